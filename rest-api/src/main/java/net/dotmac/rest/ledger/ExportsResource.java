package net.dotmac.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.ExportFormat;
import net.dotmac.ledger.ExportRequest;
import net.dotmac.ledger.ExportService;
import net.dotmac.ledger.JournalExport;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Exports of closed months for DATEV, QuickBooks and Xero. The file itself is under {@code content}. */
@Path("/api/v1/ledger/exports")
@RequestScoped
public class ExportsResource {

    private static final String WHAT = "export";
    private static final String PATH = "/api/v1/ledger/exports/";

    @Inject
    private Exchange exchange;

    @Inject
    private ExportService exports;

    /**
     * @param format datev, quickBooks or xero
     * @param currency null for the tenant's
     * @param first month, e.g. 2027-03
     * @param last null for the first
     * @param consultant DATEV's Beraternummer, needed there
     * @param client DATEV's Mandantennummer, needed there
     * @param repeat whether months may be exported again; null for no
     */
    record Form(
            String format,
            String currency,
            String first,
            String last,
            String consultant,
            String client,
            Boolean repeat) {

        private ExportRequest request() {
            return new ExportRequest(
                    formatOf(format),
                    currency,
                    Days.month("first", first),
                    Days.month("last", last == null ? first : last),
                    consultant,
                    client,
                    Boolean.TRUE.equals(repeat));
        }

        private static ExportFormat formatOf(String wire) {
            try {
                return ExportFormat.ofWire(wire);
            } catch (IllegalArgumentException e) {
                throw DomainException.invalid("format", "Found " + wire + ", expected datev, quickBooks or xero.");
            }
        }
    }

    record Body(
            String id,
            String href,
            String format,
            String currency,
            String first,
            String last,
            boolean repeat,
            long bookings,
            TmfMoney amount,
            String sha256,
            String fileName,
            Instant madeAt,
            String madeBy) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, ShortList.page(list.query(), exports.list()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(exports.get(PathId.of(WHAT, id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response export(Form form) {
        return exchange.created(body(exports.export(form.request())));
    }

    /** The file, written anew after it was found to be the same to the byte. */
    @GET
    @Path("{id}/content")
    public Response content(@PathParam("id") String id) {
        UUID export = PathId.of(WHAT, id);
        JournalExport made = exports.verify(export);
        CallContext caller = CallContext.current();
        StreamingOutput file = out -> caller.run(() -> exports.write(export, out));
        return Response.ok(file, "text/csv")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.fileName() + "\"")
                .build();
    }

    private Body body(JournalExport export) {
        ExportRequest request = export.request();
        return new Body(
                export.id().toString(),
                exchange.href(PATH, export.id()),
                request.format().wire(),
                request.currency(),
                request.first().toString(),
                request.last().toString(),
                request.isRepeat(),
                export.bookings(),
                TmfMoney.of(new Money(export.amountMinor(), request.currency())),
                export.sha256(),
                export.fileName(),
                export.madeAt(),
                export.madeBy());
    }
}
