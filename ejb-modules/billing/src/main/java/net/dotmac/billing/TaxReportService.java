package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dotmac.billing.persistence.TaxReportReader;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.AccountMovement;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerReportService;

/** The tax report of a period: from the documents, tied to the ledger. */
@Stateless
@Interceptors(CallInterceptor.class)
public class TaxReportService {

    @Inject
    private TaxReportReader reader;

    @Inject
    private LedgerReportService ledger;

    /** @throws DomainException {@code invalid-value} if the period ends before it begins */
    @Requires("ledger.read")
    public TaxReport report(LocalDate from, LocalDate to) {
        List<AccountMovement> movements = ledger.movements(from, to);
        List<TaxReport.Row> rows = reader.rows(from, to);
        Map<String, long[]> sums = new TreeMap<>();
        rows.forEach(row -> sums.computeIfAbsent(row.currency(), currency -> new long[2])[0] += row.taxMinor());
        for (AccountMovement movement : movements) {
            if (movement.account() == LedgerAccount.TAX_PAYABLE) {
                sums.computeIfAbsent(movement.currency(), currency -> new long[2])[1] +=
                        movement.creditMinor() - movement.debitMinor();
            }
        }
        List<TaxReport.Tie> ties = new ArrayList<>();
        sums.forEach((currency, sum) -> ties.add(new TaxReport.Tie(currency, sum[0], sum[1])));
        return new TaxReport(from, to, rows, ties);
    }
}
