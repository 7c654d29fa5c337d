package net.dotmac.rest.v1;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.TrialBalance;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;

/** The ledger's balances on a day, and whether they agree with the open items. */
@Path("/api/v1/trial-balance")
@RequestScoped
public class TrialBalanceResource {

    @Inject
    private Exchange exchange;

    @Inject
    private LedgerService ledger;

    @Inject
    private ClockService clock;

    record Row(String account, String currency, TmfMoney debit, TmfMoney credit) {}

    /** @param differences what disagrees, in words; empty if the ledger is balanced */
    record Body(LocalDate asOf, boolean balanced, List<Row> accounts, List<String> differences) {}

    @GET
    public Response get(@QueryParam("asOf") String asOf) {
        LocalDate day = asOf == null ? clock.today() : day(asOf);
        TrialBalance balance = ledger.trialBalance(day);
        return exchange.one(new Body(
                day,
                balance.isBalanced(),
                balance.accounts().stream().map(TrialBalanceResource::row).toList(),
                balance.differences()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw DomainException.invalid("asOf", "Found " + text + ", expected a day such as 2027-03-01.");
        }
    }

    private static Row row(TrialBalance.Row row) {
        return new Row(
                row.account().name().toLowerCase(Locale.ROOT),
                row.currency(),
                TmfMoney.of(new Money(row.debitMinor(), row.currency())),
                TmfMoney.of(new Money(row.creditMinor(), row.currency())));
    }
}
