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
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.payments.PayoutData;
import net.dotmac.payments.PayoutDetails;
import net.dotmac.payments.PayoutService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Payouts: a customer's credit goes back to him. One person asks for it, another approves it. */
@Path("/api/v1/payouts")
@RequestScoped
public class PayoutsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private PayoutService payouts;

    /**
     * A payout to ask for.
     *
     * @param amount more than 0, at most what is left of the account's credit
     * @param method bankTransfer or cash; null for bankTransfer
     * @param iban where it goes; null for the account of the mandate
     * @param holderName whose account that is; needed with an IBAN
     * @param remittance what the receiver reads; null for the billing account's number
     * @param reason why, for whoever approves it
     */
    record Form(
            String billingAccountId,
            TmfMoney amount,
            String method,
            String holderName,
            String iban,
            String bic,
            String remittance,
            String reason) {

        private PayoutData data() {
            return new PayoutData(
                    PathId.inBody("billingAccountId", billingAccountId),
                    MoneyForm.required(amount),
                    method == null ? "bankTransfer" : method,
                    holderName,
                    iban,
                    bic,
                    remittance,
                    reason,
                    null);
        }
    }

    /** @param reason 1 to 500 characters */
    record Reason(String reason) {}

    /**
     * That a payout was paid.
     *
     * @param paidOn null for today
     * @param reason how one knows, 1 to 500 characters
     */
    record Settlement(LocalDate paidOn, String reason) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(PayoutBody.class);
        return exchange.page(list, payouts.list(list.query()).map(each -> PayoutBody.of(each, exchange.links())));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(PayoutBody.of(payouts.get(idOf(id)), exchange.links()));
    }

    /** Reserves the credit at once; nobody else can spend it. */
    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(Form form) {
        return exchange.created(PayoutBody.of(payouts.request(form.data()), exchange.links()));
    }

    /** Four eyes: whoever asked for it can't approve it. */
    @POST
    @Path("{id}/approval")
    @WriteOnce
    public Response approve(@PathParam("id") String id) {
        return changed(payouts.approve(idOf(id)));
    }

    /** Gives it up before the bank has it. */
    @POST
    @Path("{id}/cancellation")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(@PathParam("id") String id, Reason form) {
        return changed(payouts.cancel(idOf(id), form.reason()));
    }

    /** Paid in cash, or by the bank, which did not tell by which movement. */
    @POST
    @Path("{id}/settlement")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response settle(@PathParam("id") String id, Settlement form) {
        return changed(payouts.settle(idOf(id), form.paidOn(), form.reason()));
    }

    /** It did not arrive, and the bank did not tell it in a file. */
    @POST
    @Path("{id}/failure")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response fail(@PathParam("id") String id, Reason form) {
        return changed(payouts.fail(idOf(id), form.reason()));
    }

    private Response changed(PayoutDetails payout) {
        return exchange.changed(PayoutBody.of(payout, exchange.links()));
    }

    private static UUID idOf(String id) {
        return PathId.of("payout", id);
    }
}
