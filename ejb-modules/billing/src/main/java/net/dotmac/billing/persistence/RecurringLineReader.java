package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.domain.MonthlyRevenueCalculator.ChargedDays;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.persistence.Database;

/** Reads the recurring lines of documents by the days they are for. */
@ApplicationScoped
public class RecurringLineReader {

    @Inject
    private Database database;

    /** @param cycleDay of the account now */
    public record RecurringLine(UUID itemId, UUID customerId, String currency, int cycleDay, ChargedDays days) {}

    /** The lines that cover a day, credits among them. */
    public List<RecurringLine> covering(LocalDate day) {
        return database.list(
                "select l.item_id, i.customer_id, i.currency, a.cycle_day, l.period_start, l.period_end, l.net_minor, "
                        + "l.tax_percent from billing.invoice_line l "
                        + "join billing.invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id "
                        + "join billing.billing_account a on a.tenant_id = i.tenant_id and a.id = i.billing_account_id "
                        + "where l.kind in ('recurring', 'recurringCredit') and l.period_start <= ? and l.period_end > ?",
                row -> new RecurringLine(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getInt(4),
                        new ChargedDays(
                                new BillingPeriod(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)),
                                row.getLong(7),
                                row.getBigDecimal(8))),
                day,
                day);
    }

    /** Those of these customers who were charged for days that all lay before or on one. */
    public Set<UUID> chargedUntil(LocalDate day, Collection<UUID> customerIds) {
        return new HashSet<>(database.list(
                "select c.id from unnest(?::uuid[]) c (id) where exists (select from billing.invoice i "
                        + "join billing.invoice_line l on l.tenant_id = i.tenant_id and l.invoice_id = i.id "
                        + "where i.customer_id = c.id and l.kind = 'recurring' and l.net_minor > 0 and l.period_end <= ?)",
                row -> row.getObject(1, UUID.class),
                customerIds.toArray(UUID[]::new),
                day.plusDays(1)));
    }
}
