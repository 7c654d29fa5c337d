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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.payments.BankSplit;
import net.dotmac.payments.BankTransactionDetails;
import net.dotmac.payments.BankTransactionService;
import net.dotmac.payments.BatchMatchService;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Movements of the bank accounts: what they became, and what staff decide on the rest. */
@Path("/api/v1/bank-transactions")
@RequestScoped
public class BankTransactionsResource {

    @Inject
    private Exchange exchange;

    @Inject
    private BankTransactionService movements;

    @Inject
    private BatchMatchService batches;

    /**
     * What a movement is. Money that came in names an account and perhaps the invoice to settle first, or a batch of
     * direct debits; money that went out names the payment that it takes back.
     */
    record MatchForm(String billingAccountId, String invoiceId, String paymentId, String directDebitBatchId) {}

    /** One account's part of a movement. */
    record PartForm(String billingAccountId, String invoiceId, TmfMoney amount) {

        private BankSplit.Part part(BankTransactionDetails movement) {
            Money money = MoneyForm.required(amount);
            if (!money.currency().equals(movement.currency())) {
                throw DomainException.invalid(
                        "parts", "A part is in " + money.currency() + ", and " + movement.currency() + " came in.");
            }
            return new BankSplit.Part(
                    PathId.inBody("billingAccountId", billingAccountId),
                    invoiceId == null ? null : PathId.inBody("invoiceId", invoiceId),
                    money.minor());
        }
    }

    /** @param parts whose amounts come to the movement's */
    record SplitForm(List<PartForm> parts) {}

    /** @param note why, 1 to 500 characters */
    record NoteForm(String note) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(BankTransactionBody.class);
        return exchange.page(
                list,
                movements.list(list.query()).map(movement -> BankTransactionBody.of(movement, null, exchange.links())));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        BankTransactionDetails movement = movements.get(idOf(id));
        return exchange.one(BankTransactionBody.of(
                movement,
                movements.suggestions(List.of(movement.id())).getOrDefault(movement.id(), List.of()),
                exchange.links()));
    }

    @POST
    @Path("{id}/match")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response match(@PathParam("id") String id, MatchForm form) {
        if (form.paymentId() != null) {
            return changed(movements.takeBack(idOf(id), PathId.inBody("paymentId", form.paymentId())));
        }
        if (form.directDebitBatchId() != null) {
            return changed(batches.match(idOf(id), PathId.inBody("directDebitBatchId", form.directDebitBatchId())));
        }
        return changed(movements.match(
                idOf(id),
                PathId.inBody("billingAccountId", form.billingAccountId()),
                form.invoiceId() == null ? null : PathId.inBody("invoiceId", form.invoiceId())));
    }

    @POST
    @Path("{id}/split")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response split(@PathParam("id") String id, SplitForm form) {
        BankTransactionDetails movement = movements.get(idOf(id));
        List<PartForm> parts = form.parts() == null ? List.of() : form.parts();
        if (parts.stream().anyMatch(Objects::isNull)) {
            throw DomainException.invalid("parts", "Each part has an account and an amount.");
        }
        return changed(movements.split(
                movement.id(),
                new BankSplit(parts.stream().map(part -> part.part(movement)).toList())));
    }

    @POST
    @Path("{id}/park")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response park(@PathParam("id") String id, NoteForm form) {
        return changed(movements.park(idOf(id), form.note()));
    }

    @POST
    @Path("{id}/ignore")
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ignore(@PathParam("id") String id, NoteForm form) {
        return changed(movements.ignore(idOf(id), form.note()));
    }

    @POST
    @Path("{id}/undo")
    @WriteOnce
    public Response undo(@PathParam("id") String id) {
        return changed(movements.undo(idOf(id)));
    }

    private Response changed(BankTransactionDetails movement) {
        return exchange.changed(BankTransactionBody.of(movement, null, exchange.links()));
    }

    private static UUID idOf(String id) {
        return PathId.of("bank transaction", id);
    }
}
