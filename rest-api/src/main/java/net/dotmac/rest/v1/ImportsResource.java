package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.imports.ImportDetails;
import net.dotmac.imports.ImportFault;
import net.dotmac.imports.ImportFile;
import net.dotmac.imports.ImportProblem;
import net.dotmac.imports.ImportProof;
import net.dotmac.imports.ImportService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Page;
import net.dotmac.rest.ledger.CsvFile;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/**
 * Files of what an ISP brings with it. A POST keeps a file and checks its rows; {@code apply} makes data of it, wholly or not at all.
 */
@Path("/api/v1/imports")
@RequestScoped
public class ImportsResource {

    private static final String PATH = "/api/v1/imports/";
    private static final String WHAT = "import";
    private static final int AT_ONCE = 1000;

    @Inject
    private Exchange exchange;

    @Inject
    private ImportService imports;

    /**
     * A file that was brought.
     *
     * @param kind {@code customers}, {@code mandates} or {@code openingBalances}
     * @param state {@code faulty}, {@code ready}, {@code applied} or {@code discarded}
     * @param badRows rows that can't be taken
     * @param faults what is wrong in them
     */
    record Body(
            String id,
            String href,
            String kind,
            String name,
            String encoding,
            String sha256,
            String state,
            int rows,
            int badRows,
            int faults,
            String uploadedBy,
            Instant uploadedAt,
            Instant checkedAt,
            String appliedBy,
            Instant appliedAt) {}

    /** @param kinds by kind the columns a file of it may have */
    record Kinds(Map<String, List<String>> kinds) {}

    /** What is wrong in a row; by column if it is one cell. */
    record Fault(int line, String column, String found, String reason, String expected) {}

    /** One count or sum of an applied file. @param sum null for a mere count */
    record Proof(String what, String subject, int rows, TmfMoney sum) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, imports.list(list.query()).map(this::body));
    }

    @GET
    @Path("kinds")
    public Response kinds() {
        return exchange.one(new Kinds(imports.kinds()));
    }

    @POST
    @WriteOnce
    @Consumes({UploadReader.CSV, ImportUploadReader.ZIP})
    public Response upload(
            ImportUpload file,
            @QueryParam("kind") String kind,
            @QueryParam("name") String name,
            @QueryParam("encoding") String encoding) {
        return exchange.created(body(imports.upload(new ImportFile(kind, name, encoding, file.content()))));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(imports.get(idOf(id))));
    }

    /** What is wrong, in the order of the file; {@code format=csv} for all of it as a table. */
    @GET
    @Path("{id}/rows")
    public Response rows(@PathParam("id") String id, @QueryParam("format") String format) {
        UUID asked = idOf(id);
        if ("csv".equals(format)) {
            imports.get(asked);
            return CsvFile.answer("faults", file -> faults(asked, file));
        }
        ListRequest list = exchange.list(Fault.class);
        requireNoFilter(list);
        return exchange.page(
                list,
                imports.faults(asked, list.query().offset(), list.query().limit())
                        .map(fault -> new Fault(
                                fault.line(), fault.column(), fault.found(), fault.reason(), fault.expected())));
    }

    /** What an applied file came to. */
    @GET
    @Path("{id}/proof")
    public Response proof(@PathParam("id") String id) {
        ListRequest list = exchange.list(Proof.class);
        requireNoFilter(list);
        return exchange.page(
                list,
                imports.proof(idOf(id), list.query().offset(), list.query().limit())
                        .map(ImportsResource::proof));
    }

    @POST
    @Path("{id}/check")
    @WriteOnce
    public Response check(@PathParam("id") String id) {
        return exchange.changed(body(imports.check(idOf(id))));
    }

    /** 409 if a row can't be taken; then the faults are told anew. */
    @POST
    @Path("{id}/apply")
    @WriteOnce
    public Response apply(@PathParam("id") String id) {
        ImportDetails after = imports.apply(idOf(id));
        if (after.faults() > 0) {
            throw new DomainException(
                    ImportProblem.HAS_FAULTS,
                    "Nothing was written: " + after.badRows() + " of " + after.rows() + " rows can't be taken. See "
                            + PATH + after.id() + "/rows, mend the file or what it names, and apply again.");
        }
        return exchange.changed(body(after));
    }

    @DELETE
    @Path("{id}")
    @WriteOnce
    public Response discard(@PathParam("id") String id) {
        imports.discard(idOf(id));
        return Response.noContent().build();
    }

    private void faults(UUID id, CsvFile file) {
        file.row("line", "column", "found", "reason", "expected");
        int offset = 0;
        Page<ImportFault> page = imports.faults(id, offset, AT_ONCE);
        while (!page.rows().isEmpty()) {
            page.rows()
                    .forEach(fault ->
                            file.row(fault.line(), fault.column(), fault.found(), fault.reason(), fault.expected()));
            offset += page.rows().size();
            page = imports.faults(id, offset, AT_ONCE);
        }
    }

    private static void requireNoFilter(ListRequest list) {
        if (!list.query().filters().isEmpty() || !list.query().sorts().isEmpty()) {
            throw DomainException.invalid("filter", "This list knows the parameters offset, limit and fields only.");
        }
    }

    private static Proof proof(ImportProof each) {
        boolean isSum = each.currency() != null && !each.what().equals("accounts");
        return new Proof(
                each.what(),
                each.subject() == null && each.what().equals("accounts") ? each.currency() : each.subject(),
                each.rows(),
                isSum ? TmfMoney.of(new Money(each.amountMinor(), each.currency())) : null);
    }

    private static UUID idOf(String id) {
        return PathId.of(WHAT, id);
    }

    private Body body(ImportDetails details) {
        return new Body(
                details.id().toString(),
                exchange.href(PATH, details.id()),
                details.kind(),
                details.name(),
                details.encoding(),
                details.sha256(),
                details.state(),
                details.rows(),
                details.badRows(),
                details.faults(),
                details.uploadedBy(),
                details.uploadedAt(),
                details.checkedAt(),
                details.appliedBy(),
                details.appliedAt());
    }
}
