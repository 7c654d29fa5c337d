package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.LateUsagePolicy;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Reads which usage is on lines already, and what the tenant wants to happen to that which comes later. */
@ApplicationScoped
public class BilledUsageReader {

    private static final String LINES =
            "select item_id, period_start, period_end, sum(used), sum(undiscounted_minor)::bigint, "
                    + "sum(discount_minor)::bigint, count(*) filter (where kind = 'lateUsage')::integer "
                    + "from billing.invoice_line where tenant_id = ? and item_id = any(?) "
                    + "and kind in ('usage', 'lateUsage') and replaces = ? and period_end > ? "
                    + "group by item_id, period_start, period_end order by item_id, period_start";

    @Inject
    private Database database;

    /** By item, the periods that have lines and end after a day, the oldest first. */
    Map<UUID, List<Billed>> read(Collection<UUID> itemIds, LocalDate endAfter) {
        return database
                .list(
                        LINES,
                        BilledUsageReader::billed,
                        CallContext.current().tenantId(),
                        itemIds.toArray(UUID[]::new),
                        NewDocument.NOTHING_REPLACED,
                        endAfter)
                .stream()
                .collect(Collectors.groupingBy(Billed::itemId));
    }

    private static Billed billed(ResultSet row) throws SQLException {
        return new Billed(
                row.getObject(1, UUID.class),
                new BillingPeriod(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
                row.getBigDecimal(4),
                row.getLong(5),
                row.getLong(6),
                row.getInt(7));
    }

    public LateUsagePolicy policy() {
        return database.first(
                        "select late_usage from billing.usage_policy", row -> LateUsagePolicy.ofWire(row.getString(1)))
                .orElse(LateUsagePolicy.NEXT_PERIOD);
    }

    public void put(LateUsagePolicy policy) {
        database.update(
                "insert into billing.usage_policy (tenant_id, late_usage) values (?, ?) on conflict (tenant_id) "
                        + "do update set late_usage = excluded.late_usage, updated_at = now()",
                CallContext.current().tenantId(),
                policy.wire());
    }

    /** What was billed of an item for a period; a period without usage has no line and none of these. */
    record Billed(UUID itemId, BillingPeriod period, BigDecimal used, long undiscounted, long discount, int lateLines) {

        static Billed nothing(UUID itemId, BillingPeriod period) {
            return new Billed(itemId, period, BigDecimal.ZERO, 0, 0, 0);
        }
    }
}
