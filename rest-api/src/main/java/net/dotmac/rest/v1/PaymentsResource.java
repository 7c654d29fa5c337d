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
import java.time.LocalDate;
import java.util.List;
import net.dotmac.kernel.Money;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentDetails;
import net.dotmac.payments.PaymentService;
import net.dotmac.payments.ReallocationService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Payments: recorded, allocated oldest first, reversed. */
@Path("/api/v1/payments")
@RequestScoped
public class PaymentsResource {

    private static final String WHAT = "payment";
    private static final String PATH = "/api/v1/payments/";

    @Inject
    private Exchange exchange;

    @Inject
    private PaymentService payments;

    @Inject
    private ReallocationService reallocations;

    /**
     * A payment to record.
     *
     * @param billingAccountId whose debt it pays
     * @param amount more than 0, in the account's currency
     * @param method bankTransfer, card, cash, directDebit or other; null for bankTransfer
     * @param processorId the bank's or processor's own id, which comes once, or null
     * @param receivedOn null for today
     * @param invoiceId the invoice to settle before all others, or null
     */
    record Form(
            String billingAccountId,
            TmfMoney amount,
            String method,
            String processorId,
            String reference,
            LocalDate receivedOn,
            String invoiceId) {

        private PaymentData data() {
            return new PaymentData(
                    PathId.inBody("billingAccountId", billingAccountId),
                    MoneyForm.required(amount),
                    method == null ? "bankTransfer" : method,
                    processorId,
                    null,
                    reference,
                    receivedOn,
                    invoiceId == null ? null : PathId.inBody("invoiceId", invoiceId));
        }
    }

    /** @param reason why it is taken back, 1 to 500 characters */
    record Reversal(String reason) {}

    /**
     * What is taken off one invoice and put onto another.
     *
     * @param amount at most what the payment settles of the one and what is open of the other
     * @param reason 1 to 500 characters
     */
    record Reallocation(String fromInvoiceId, String toInvoiceId, TmfMoney amount, String reason) {}

    record Allocation(String invoiceId, TmfMoney amount) {}

    record Body(
            String id,
            String href,
            String billingAccountId,
            TmfMoney amount,
            String method,
            String processorId,
            String reference,
            LocalDate receivedOn,
            String state,
            LocalDate reversedOn,
            String reversalReason,
            List<Allocation> allocations,
            TmfMoney paidOut,
            TmfMoney unallocated,
            Instant recordedAt) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        return exchange.page(list, payments.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(payments.get(PathId.of(WHAT, id))));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(Form form) {
        return exchange.created(body(payments.record(form.data())));
    }

    @POST
    @Path("{id}/reversal")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reverse(@PathParam("id") String id, Reversal form) {
        return exchange.changed(body(payments.reverse(PathId.of(WHAT, id), form.reason())));
    }

    @POST
    @Path("{id}/reallocation")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reallocate(@PathParam("id") String id, Reallocation form) {
        return exchange.changed(body(reallocations.reallocate(
                PathId.of(WHAT, id),
                PathId.inBody("fromInvoiceId", form.fromInvoiceId()),
                PathId.inBody("toInvoiceId", form.toInvoiceId()),
                MoneyForm.required(form.amount()),
                form.reason())));
    }

    private Body body(PaymentDetails payment) {
        return new Body(
                payment.id().toString(),
                exchange.href(PATH, payment.id()),
                payment.billingAccountId().toString(),
                money(payment.amountMinor(), payment.currency()),
                payment.method(),
                payment.processorId(),
                payment.reference(),
                payment.receivedOn(),
                payment.state(),
                payment.reversedOn(),
                payment.reversalReason(),
                payment.allocations().stream()
                        .map(each -> new Allocation(
                                each.invoiceId().toString(), money(each.amountMinor(), payment.currency())))
                        .toList(),
                money(payment.paidOutMinor(), payment.currency()),
                money(payment.creditMinor(), payment.currency()),
                payment.recordedAt());
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
