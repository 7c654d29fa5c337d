package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.InvoiceDelivery;
import net.dotmac.billing.InvoiceDeliveryService;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** How a bill reached its customer by mail, and its sending once more. */
@Path("/api/v1/customer-bills/{id}/deliveries")
@RequestScoped
public class DeliveriesResource {

    private static final String WHAT = "invoice";

    @Inject
    private Exchange exchange;

    @Inject
    private InvoiceDeliveryService deliveries;

    /**
     * One sending.
     *
     * @param id {@code 1} for the one that followed the issue, then counting
     * @param state waiting, failed (and tried again), sent, givenUp or notSendable
     * @param reason why it failed; noAddress or tooOld of what is not sendable
     */
    record Entry(
            String id,
            String href,
            String state,
            String reason,
            String recipient,
            String messageId,
            String requestedBy,
            int attempts,
            Instant queuedAt,
            Instant nextTryAt,
            Instant sentAt) {}

    /** @param entries the latest first */
    record Body(String billId, List<Entry> entries) {}

    @GET
    public Response list(@PathParam("id") String id) {
        UUID billId = PathId.of(WHAT, id);
        return exchange.one(new Body(
                billId.toString(),
                deliveries.of(billId).stream().map(this::entry).toList()));
    }

    @POST
    @WriteOnce
    public Response sendAgain(@PathParam("id") String id) {
        return exchange.accepted(entry(deliveries.sendAgain(PathId.of(WHAT, id))));
    }

    /** Single sendings have no address of their own: the list tells of all. */
    private Entry entry(InvoiceDelivery delivery) {
        return new Entry(
                String.valueOf(delivery.sending()),
                exchange.href("/api/v1/customer-bills/", delivery.invoiceId() + "/deliveries"),
                delivery.state(),
                delivery.reason(),
                delivery.recipient(),
                delivery.messageId(),
                delivery.requestedBy(),
                delivery.attempts(),
                delivery.queuedAt(),
                delivery.nextTryAt(),
                delivery.sentAt());
    }
}
