package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.domain.TaxKey;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.UnservedRevenue;

/**
 * Sums what issued lines hold for days to come, in one statement.
 *
 * <p>What is served of a line by a day is its net times the days served through the days of its period, rounded half
 * up. Months take the differences of these sums, so they add up to the line to the cent, and no month's share depends
 * on when the others were worked out.
 */
@ApplicationScoped
public class UnservedLineReader implements UnservedRevenue {

    private static final String UNSERVED =
            "select i.currency, l.tax_category, l.tax_percent, sum(l.net_minor - case when l.period_start > ? then 0 "
                    + "else round(l.net_minor::numeric * (?::date + 1 - l.period_start) / (l.period_end - l.period_start)) "
                    + "end)::bigint from billing.invoice_line l "
                    + "join billing.invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id "
                    + "where l.period_end > ?::date + 1 and i.issued_on <= ? "
                    + "group by i.currency, l.tax_category, l.tax_percent order by 1, 2, 3";

    @Inject
    private Database database;

    @Override
    public List<Unserved> asOf(LocalDate day) {
        return database
                .list(
                        UNSERVED,
                        row -> new Unserved(
                                row.getString(1), TaxKey.of(row.getString(2), row.getBigDecimal(3)), row.getLong(4)),
                        day,
                        day,
                        day,
                        day)
                .stream()
                .filter(each -> each.netMinor() != 0)
                .toList();
    }
}
