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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.prepaid.VoucherBatchData;
import net.dotmac.prepaid.VoucherBatchDetails;
import net.dotmac.prepaid.VoucherBatchService;
import net.dotmac.prepaid.VoucherFile;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Batches of vouchers: made, told their codes once, sold, stopped. */
@Path("/api/v1/voucher-batches")
@RequestScoped
public class VoucherBatchesResource {

    private static final String CSV = "text/csv";

    @Inject
    private Exchange exchange;

    @Inject
    private VoucherBatchService batches;

    /**
     * @param value of each
     * @param quantity 1 to 100,000
     * @param expiresOn the last day on which they can be redeemed
     */
    record Form(String name, TmfMoney value, Integer quantity, LocalDate expiresOn) {}

    /** @param method how the buyer pays now, as payments name theirs; null to use what he has to his credit */
    record Sale(String billingAccountId, String method) {}

    /** @param reason 1 to 500 characters */
    record Stop(String reason) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(VoucherBatchBody.class);
        return exchange.page(list, batches.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(batches.get(idOf(id))));
    }

    /** The latest thousand. */
    @GET
    @Path("{id}/redemptions")
    public Response redemptions(@PathParam("id") String id) {
        UUID batch = idOf(id);
        return exchange.one(new VoucherBatchBody.Redemptions(
                batch.toString(),
                batches.redemptions(batch).stream()
                        .map(VoucherBatchBody::redeemed)
                        .toList()));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(Form form) {
        return exchange.created(body(batches.make(new VoucherBatchData(
                form.name(),
                MoneyForm.required(form.value()),
                form.quantity() == null ? 0 : form.quantity(),
                form.expiresOn()))));
    }

    /**
     * Makes the codes and tells them, as CSV, this once. No answer of it is kept for a repetition: a lost file is a lost batch.
     */
    @POST
    @Path("{id}/codes")
    public Response codes(@PathParam("id") String id) {
        UUID batch = idOf(id);
        byte[] file = VoucherFile.csv(batches.makeCodes(batch)).getBytes(StandardCharsets.US_ASCII);
        return Response.ok(file, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vouchers-" + batch + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("{id}/activation")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response activate(@PathParam("id") String id, Sale form) {
        return exchange.changed(body(
                batches.activate(idOf(id), PathId.inBody("billingAccountId", form.billingAccountId()), form.method())));
    }

    @POST
    @Path("{id}/stop")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response stop(@PathParam("id") String id, Stop form) {
        return exchange.changed(body(batches.stop(idOf(id), form.reason())));
    }

    private VoucherBatchBody body(VoucherBatchDetails batch) {
        return VoucherBatchBody.of(batch, exchange.links());
    }

    private static UUID idOf(String id) {
        return PathId.of("voucher batch", id);
    }
}
