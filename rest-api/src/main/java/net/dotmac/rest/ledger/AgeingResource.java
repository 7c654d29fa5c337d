package net.dotmac.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Page;
import net.dotmac.ledger.AccountAge;
import net.dotmac.ledger.LedgerReportService;
import net.dotmac.platform.ClockService;
import net.dotmac.rest.ledger.Payers.Payer;
import net.dotmac.rest.list.ListRequest;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Exchange;

/** What customers owed on a day, by how long it was overdue then: {@code asOf}, or today. */
@Path("/api/v1/ledger/ageing")
@RequestScoped
public class AgeingResource {

    @Inject
    private Exchange exchange;

    @Inject
    private LedgerReportService reports;

    @Inject
    private ClockService clock;

    @Inject
    private Payers payers;

    record Body(
            String billingAccountId,
            String accountNumber,
            String customerId,
            String customerNumber,
            String customerName,
            TmfMoney due,
            TmfMoney notDue,
            TmfMoney days1To30,
            TmfMoney days31To60,
            TmfMoney days61To90,
            TmfMoney over90,
            TmfMoney credit) {}

    @GET
    public Response list() {
        ListRequest list = exchange.list(Body.class);
        AsOfRequest asked = new AsOfRequest(list, "asOf");
        Page<AccountAge> page = reports.ageing(asked.day("asOf", clock.today()), asked.offset(), asked.limit());
        Map<UUID, Payer> known = payersOf(page.rows());
        return exchange.page(list, page.map(age -> body(age, known.get(age.billingAccountId()))));
    }

    @GET
    @Path("csv")
    public Response csv(@QueryParam("asOf") String asOf) {
        LocalDate day = Days.dayOr("asOf", asOf, clock.today());
        return CsvFile.answer("ageing-" + day, file -> {
            file.row(
                    "Account",
                    "Customer number",
                    "Customer",
                    "Currency",
                    "Due",
                    "Not due yet",
                    "1-30 days",
                    "31-60 days",
                    "61-90 days",
                    "Over 90 days",
                    "Credit");
            reports.eachAge(day, ages -> {
                Map<UUID, Payer> known = payersOf(ages);
                ages.forEach(age -> row(file, age, known.get(age.billingAccountId())));
            });
        });
    }

    private static void row(CsvFile file, AccountAge age, Payer payer) {
        file.row(
                payer == null ? age.billingAccountId() : payer.accountNumber(),
                payer == null ? "" : payer.customerNumber(),
                payer == null ? "" : payer.customerName(),
                age.currency(),
                CsvFile.amount(age.dueMinor(), age.currency()),
                CsvFile.amount(age.notDueMinor(), age.currency()),
                CsvFile.amount(age.days1To30Minor(), age.currency()),
                CsvFile.amount(age.days31To60Minor(), age.currency()),
                CsvFile.amount(age.days61To90Minor(), age.currency()),
                CsvFile.amount(age.over90Minor(), age.currency()),
                CsvFile.amount(age.creditMinor(), age.currency()));
    }

    private Map<UUID, Payer> payersOf(List<AccountAge> ages) {
        return payers.of(ages.stream().map(AccountAge::billingAccountId).toList());
    }

    private static Body body(AccountAge age, Payer payer) {
        return new Body(
                age.billingAccountId().toString(),
                payer == null ? null : payer.accountNumber(),
                payer == null ? null : payer.customerId().toString(),
                payer == null ? null : payer.customerNumber(),
                payer == null ? null : payer.customerName(),
                money(age.dueMinor(), age),
                money(age.notDueMinor(), age),
                money(age.days1To30Minor(), age),
                money(age.days31To60Minor(), age),
                money(age.days61To90Minor(), age),
                money(age.over90Minor(), age),
                money(age.creditMinor(), age));
    }

    private static TmfMoney money(long minor, AccountAge age) {
        return TmfMoney.of(new Money(minor, age.currency()));
    }
}
