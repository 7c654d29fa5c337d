package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.CreditRequest;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;
import net.dotmac.rest.write.WriteOnce;

/** Credits invoices. The credit note itself is read as a customer bill, where its href leads. */
@Path("/api/v1/credit-notes")
@RequestScoped
public class CreditNotesResource {

    @Inject
    private Exchange exchange;

    @Inject
    private InvoiceService invoices;

    /**
     * What to credit: everything that is left unless {@code lines} or {@code amount} say less.
     *
     * @param reason 1 to 500 characters
     * @param lines numbers of lines
     * @param amount gross
     */
    record Form(String invoiceId, String reason, List<Integer> lines, TmfMoney amount) {}

    record Body(String id, String href, String number, String invoiceId, TmfMoney amount) {}

    @POST
    @WriteOnce
    @Consumes(MediaType.APPLICATION_JSON)
    public Response credit(Form form) {
        UUID invoiceId = PathId.inBody("invoiceId", form.invoiceId());
        Set<Integer> lines = form.lines() == null ? null : Set.copyOf(form.lines());
        InvoiceDetails note =
                invoices.credit(invoiceId, new CreditRequest(lines, MoneyForm.optional(form.amount()), form.reason()));
        return exchange.created(new Body(
                note.id().toString(),
                exchange.href(Paths.CUSTOMER_BILL, note.id()),
                note.number(),
                invoiceId.toString(),
                TmfMoney.of(new Money(note.grossMinor(), note.currency()))));
    }
}
