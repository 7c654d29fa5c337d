package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.ClockService;
import net.dotmac.prepaid.DepositDetails;
import net.dotmac.prepaid.DepositReceipt;
import net.dotmac.prepaid.DepositRelease;
import net.dotmac.prepaid.DepositService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Security deposits: asked for, received, and released. */
@Path("/api/v1/deposits")
@RequestScoped
public class DepositsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private DepositService deposits;

    @Inject
    private ClockService clock;

    /** @param reason 1 to 500 characters */
    record Form(String billingAccountId, TmfMoney amount, String reason) {}

    /**
     * Money that came in.
     *
     * @param method bankTransfer, card, cash, directDebit or other; null for cash
     * @param receivedOn null for today
     */
    record Receipt(TmfMoney amount, String method, String reference, LocalDate receivedOn) {}

    /** @param paymentId the payment whose money it must be; null for any credit of the account, the oldest first */
    record Allotment(TmfMoney amount, String paymentId) {}

    /**
     * @param kind setOff, credit or damages
     * @param amount null for all that is held, or that is owed if that is less
     * @param invoiceId to set off against this bill before all others, or null
     * @param reason up to 200 characters; needed for damages
     */
    record Release(String kind, TmfMoney amount, String invoiceId, String reason) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(DepositBody.class);
        return exchange.page(list, deposits.list(list.query()).map(this::body));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return exchange.one(body(deposits.get(idOf(id))));
    }

    @GET
    @Path("{id}/movements")
    public Response movements(@PathParam("id") String id) {
        DepositDetails deposit = deposits.get(idOf(id));
        return exchange.one(new DepositBody.Movements(
                deposit.id().toString(),
                deposits.movements(deposit.id()).stream()
                        .map(each -> DepositBody.movement(each, deposit.currency()))
                        .toList()));
    }

    /** What was held on a day, by deposit. */
    @GET
    @Path("held")
    public Response held(@QueryParam("asOf") String asOf) {
        LocalDate day = asOf == null ? clock.today() : dayOf(asOf);
        return exchange.changed(new DepositBody.HeldOn(
                day,
                deposits.heldOn(day).stream()
                        .map(each -> new DepositBody.Held(
                                each.depositId().toString(),
                                each.billingAccountId().toString(),
                                DepositBody.money(each.heldMinor(), each.currency())))
                        .toList()));
    }

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(Form form) {
        return exchange.created(body(deposits.ask(
                PathId.inBody("billingAccountId", form.billingAccountId()),
                MoneyForm.required(form.amount()),
                form.reason())));
    }

    @POST
    @Path("{id}/receipts")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(@PathParam("id") String id, Receipt form) {
        return exchange.changed(body(deposits.receive(
                idOf(id),
                new DepositReceipt(
                        MoneyForm.required(form.amount()),
                        form.method() == null ? "cash" : form.method(),
                        form.reference(),
                        form.receivedOn()))));
    }

    @POST
    @Path("{id}/allotments")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response allot(@PathParam("id") String id, Allotment form) {
        UUID payment = form.paymentId() == null ? null : PathId.inBody("paymentId", form.paymentId());
        return exchange.changed(body(deposits.allot(idOf(id), MoneyForm.required(form.amount()), payment)));
    }

    @POST
    @Path("{id}/releases")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response release(@PathParam("id") String id, Release form) {
        UUID invoice = form.invoiceId() == null ? null : PathId.inBody("invoiceId", form.invoiceId());
        return exchange.changed(body(deposits.release(
                idOf(id), new DepositRelease(form.kind(), MoneyForm.optional(form.amount()), invoice, form.reason()))));
    }

    @POST
    @Path("{id}/cancellation")
    @WriteOnce
    public Response cancel(@PathParam("id") String id) {
        return exchange.changed(body(deposits.cancel(idOf(id))));
    }

    private DepositBody body(DepositDetails deposit) {
        return DepositBody.of(deposit, exchange.links());
    }

    private static UUID idOf(String id) {
        return PathId.of("deposit", id);
    }

    private static LocalDate dayOf(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw DomainException.invalid("asOf", "Expected a day such as 2027-03-01 for asOf.");
        }
    }
}
