package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.kernel.Money;
import net.dotmac.payments.BankFile;
import net.dotmac.payments.BankStatementDetails;
import net.dotmac.payments.BankStatementService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/**
 * Bank statements. A POST takes a file in whole or not at all and answers with its statements; within seconds their
 * movements are posted or wait under {@code /api/v1/bank-transactions}.
 */
@Path("/api/v1/bank-statements")
@RequestScoped
public class BankStatementsResource {

    private static final String PATH = "/api/v1/bank-statements/";
    private static final String COLUMN = "column.";

    @Inject
    private Exchange exchange;

    @Inject
    private BankStatementService statements;

    /**
     * A statement that was taken in.
     *
     * @param entries how many movements it tells
     * @param known how many of them an earlier file had told
     * @param waiting how many are still to be posted
     */
    record Body(
            String id,
            String href,
            String account,
            String statementRef,
            String format,
            String fileSha256,
            String currency,
            TmfMoney opening,
            TmfMoney closing,
            LocalDate fromOn,
            LocalDate toOn,
            int entries,
            int known,
            int waiting,
            String importedBy,
            Instant importedAt) {}

    /** @param href of the first */
    record Taken(String href, List<Body> statements) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, statements.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(statements.get(PathId.of("bank statement", id))));
    }

    @POST
    @WriteOnce
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    public Response camt(BankUpload file) {
        return taken(BankFile.camt(file.content()));
    }

    /**
     * The layout comes in the query: {@code account}, {@code currency}, {@code dateFormat} and {@code
     * column.amount=Betrag}.
     */
    @POST
    @WriteOnce
    @Consumes(UploadReader.CSV)
    public Response csv(BankUpload file, @Context UriInfo uri) {
        Map<String, String> columns = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (name.startsWith(COLUMN)) {
                columns.put(name.substring(COLUMN.length()), values.get(0));
            }
        });
        return taken(new BankFile(
                file.content(),
                BankFile.CSV,
                uri.getQueryParameters().getFirst("account"),
                uri.getQueryParameters().getFirst("currency"),
                uri.getQueryParameters().getFirst("dateFormat"),
                columns));
    }

    private Response taken(BankFile file) {
        List<Body> bodies = statements.take(file).stream().map(this::body).toList();
        return exchange.created(new Taken(bodies.get(0).href(), bodies));
    }

    private Body body(BankStatementDetails statement) {
        return new Body(
                statement.id().toString(),
                exchange.href(PATH, statement.id()),
                statement.account(),
                statement.statementRef(),
                statement.format(),
                statement.fileSha256(),
                statement.currency(),
                money(statement.openingMinor(), statement.currency()),
                money(statement.closingMinor(), statement.currency()),
                statement.fromOn(),
                statement.toOn(),
                statement.entries(),
                statement.known(),
                statement.waiting(),
                statement.importedBy(),
                statement.importedAt());
    }

    private static TmfMoney money(Long minor, String currency) {
        return minor == null ? null : TmfMoney.of(new Money(minor, currency));
    }
}
