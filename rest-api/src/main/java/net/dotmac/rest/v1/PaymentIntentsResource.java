package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import net.dotmac.kernel.Money;
import net.dotmac.payments.PaymentIntentData;
import net.dotmac.payments.PaymentIntentDetails;
import net.dotmac.payments.PaymentIntentService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** What customers are to pay by card, and where. */
@Path("/api/v1/payment-intents")
@RequestScoped
public class PaymentIntentsResource {

    private static final String PATH = "/api/v1/payment-intents/";

    @Inject
    private Exchange exchange;

    @Inject
    private PaymentIntentService intents;

    /**
     * What is to be paid.
     *
     * @param invoiceId what is paid first, or null
     * @param amount null for what is open of the invoice, or else due of the account
     * @param description what the customer reads; null for the account's number
     */
    record Form(String billingAccountId, String invoiceId, TmfMoney amount, String description) {}

    /**
     * An intent.
     *
     * @param state new until the gateway has answered, then open, paid, expired or refused
     * @param url where the customer pays while it is open
     */
    record Body(
            String id,
            String href,
            String billingAccountId,
            String invoiceId,
            TmfMoney amount,
            String description,
            String state,
            String url,
            String problem,
            String paymentId,
            Instant createdAt,
            String createdBy) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, intents.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(intents.get(PathId.of("payment intent", id))));
    }

    /** The gateway is asked within seconds, after this is kept; then there is a url to send the customer to. */
    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(Form form) {
        return exchange.created(body(intents.request(new PaymentIntentData(
                PathId.inBody("billingAccountId", form.billingAccountId()),
                form.invoiceId() == null ? null : PathId.inBody("invoiceId", form.invoiceId()),
                MoneyForm.optional(form.amount()),
                form.description(),
                null))));
    }

    private Body body(PaymentIntentDetails intent) {
        return new Body(
                intent.id().toString(),
                exchange.href(PATH, intent.id()),
                intent.billingAccountId().toString(),
                intent.invoiceId() == null ? null : intent.invoiceId().toString(),
                TmfMoney.of(new Money(intent.amountMinor(), intent.currency())),
                intent.description(),
                intent.state(),
                intent.url(),
                intent.problem(),
                intent.paymentId() == null ? null : intent.paymentId().toString(),
                intent.createdAt(),
                intent.createdBy());
    }
}
