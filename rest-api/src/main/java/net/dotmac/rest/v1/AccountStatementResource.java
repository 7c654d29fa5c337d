package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.AccountStatementService;
import net.dotmac.billing.InvoiceFile;
import net.dotmac.billing.domain.StatementDocument;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;
import net.dotmac.rest.write.PathId;

/**
 * A statement of account between two days, both included: {@code from} and {@code to}, or the last three months until today.
 */
@Path("/api/v1/billing-accounts/{id}/statement")
@RequestScoped
public class AccountStatementResource {

    private static final String WHAT = "billing account";

    @Inject
    private Exchange exchange;

    @Inject
    private AccountStatementService statements;

    @Inject
    private ClockService clock;

    /**
     * @param number of the document; payments have none
     * @param amount below 0 for what was paid or credited
     */
    record Entry(LocalDate date, String kind, String number, TmfMoney amount, TmfMoney balance) {}

    /** @param opening what the customer owes, below 0 what is his; so are all balances */
    record Body(
            String billingAccountId,
            String accountNumber,
            LocalDate from,
            LocalDate to,
            TmfMoney opening,
            TmfMoney closing,
            List<Entry> entries) {}

    @GET
    public Response statement(
            @PathParam("id") String id, @QueryParam("from") String from, @QueryParam("to") String to) {
        LocalDate last = day("to", to, clock.today());
        StatementDocument found =
                statements.statement(PathId.of(WHAT, id), day("from", from, last.minusMonths(3)), last);
        String currency = found.currency();
        return exchange.changed(new Body(
                id,
                found.accountNumber(),
                found.from(),
                found.to(),
                money(found.openingMinor(), currency),
                money(found.closingMinor(), currency),
                found.entries().stream()
                        .map(each -> new Entry(
                                each.bookedOn(),
                                each.kind(),
                                each.number(),
                                money(each.amountMinor(), currency),
                                money(each.balanceMinor(), currency)))
                        .toList()));
    }

    /** The same as PDF, in the customer's language. */
    @GET
    @Path("document")
    public Response document(@PathParam("id") String id, @QueryParam("from") String from, @QueryParam("to") String to) {
        LocalDate last = day("to", to, clock.today());
        LocalDate first = day("from", from, last.minusMonths(3));
        InvoiceFile file = statements.pdf(PathId.of(WHAT, id), first, last);
        return Response.ok(file.content(), file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + file.name().replaceAll("[^A-Za-z0-9._-]", "-") + "\"")
                .build();
    }

    private static LocalDate day(String name, String text, LocalDate otherwise) {
        try {
            return text == null ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw DomainException.invalid(
                    name,
                    "Found " + text.substring(0, Math.min(30, text.length())) + " for " + name
                            + ", expected a day such as 2027-03-01.");
        }
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
