package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.dotmac.billing.DebitLine;
import net.dotmac.billing.DebitNoteRequest;
import net.dotmac.billing.DebitNoteService;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Asks for fees, damages and what was forgotten. The debit note itself is read as a customer bill, where its href leads. */
@Path("/api/v1/debit-notes")
@RequestScoped
public class DebitNotesResource {

    @Inject
    private Exchange exchange;

    @Inject
    private DebitNoteService debits;

    @Inject
    private InvoiceService invoices;

    /**
     * What to ask for.
     *
     * @param invoiceId the invoice that asked too little, or null
     * @param reason 1 to 500 characters
     */
    record Form(String billingAccountId, String invoiceId, String reason, List<Line> lines) {}

    /**
     * @param kind {@code fee}, {@code lateFee} or {@code damages}
     * @param taxCategory of a fee
     * @param taxIncluded whether the amount has the tax inside; not, if absent
     */
    record Line(String kind, String description, TmfMoney amount, String taxCategory, Boolean taxIncluded) {

        private DebitLine line() {
            return new DebitLine(
                    kind, description, MoneyForm.required(amount), taxCategory, Boolean.TRUE.equals(taxIncluded));
        }
    }

    record Body(String id, String href, String number, String billingAccountId, TmfMoney amount) {}

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response debit(Form form) {
        UUID accountId = PathId.inBody("billingAccountId", form.billingAccountId());
        UUID invoiceId = form.invoiceId() == null ? null : PathId.inBody("invoiceId", form.invoiceId());
        List<Line> lines = form.lines() == null ? List.of() : form.lines();
        if (lines.stream().anyMatch(Objects::isNull)) {
            throw DomainException.invalid("lines", "A line is null. Leave it out or fill it.");
        }
        UUID id = debits.issue(
                accountId,
                new DebitNoteRequest(
                        null,
                        form.reason(),
                        invoiceId,
                        lines.stream().map(Line::line).toList()));
        InvoiceDetails note = invoices.get(id);
        return exchange.created(new Body(
                note.id().toString(),
                exchange.href(Paths.CUSTOMER_BILL, note.id()),
                note.number(),
                accountId.toString(),
                TmfMoney.of(new Money(note.grossMinor(), note.currency()))));
    }
}
