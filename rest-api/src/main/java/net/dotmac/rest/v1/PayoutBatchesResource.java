package net.dotmac.rest.v1;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.payments.BankOutput;
import net.dotmac.payments.PayoutBatchDetails;
import net.dotmac.payments.PayoutBatchService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Files of approved payouts for the bank. */
@Path("/api/v1/payout-batches")
@RequestScoped
public class PayoutBatchesResource {

    static final String PATH = "/api/v1/payout-batches/";

    @Inject
    private Exchange exchange;

    @Inject
    private PayoutBatchService batches;

    /** @param executeOn a day on which banks work; null for the first there is */
    record Form(LocalDate executeOn) {}

    /** @param reason 1 to 500 characters */
    record Cancellation(String reason) {}

    record Total(String state, long count, TmfMoney amount) {}

    /** @param state handedOver or cancelled */
    record Body(
            String id,
            String href,
            String messageId,
            LocalDate executeOn,
            String state,
            List<Total> totals,
            String fileSha256,
            Instant createdAt,
            String createdBy,
            String cancelReason) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, batches.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(batches.get(idOf(id))));
    }

    /** Takes all approved payouts that go to bank accounts. */
    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(Form form) {
        return exchange.created(body(batches.create(form.executeOn())));
    }

    /** Only for a file that the bank never got; its payouts go into the next. */
    @POST
    @Path("{id}/cancellation")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(@PathParam("id") String id, Cancellation form) {
        return exchange.changed(body(batches.cancel(idOf(id), form.reason())));
    }

    /** The file for the bank, in pain.001.001.09. */
    @GET
    @Path("{id}/file")
    public Response file(@PathParam("id") String id) {
        BankOutput file = batches.file(idOf(id));
        return Response.ok(file.content(), MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Body body(PayoutBatchDetails batch) {
        return new Body(
                batch.id().toString(),
                exchange.href(PATH, batch.id()),
                batch.messageId(),
                batch.executeOn(),
                batch.state(),
                batch.totals().stream()
                        .map(each -> new Total(each.state(), each.count(), DirectDebitBody.euros(each.sumMinor())))
                        .toList(),
                batch.fileSha256(),
                batch.createdAt(),
                batch.createdBy(),
                batch.cancelReason());
    }

    private static UUID idOf(String id) {
        return PathId.of("payout batch", id);
    }
}
