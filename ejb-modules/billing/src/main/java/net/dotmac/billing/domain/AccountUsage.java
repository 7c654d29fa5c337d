package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.BillableAccount.UsageKey;
import net.dotmac.kernel.BillingPeriod;

/**
 * What an account's metered items measured.
 *
 * @param open by item and start of a cycle that isn't charged yet; without an entry nothing
 * @param late by item, the billed periods with usage on no line, oldest first
 * @param policy what happens to late usage
 */
public record AccountUsage(Map<UsageKey, PeriodUsage> open, Map<UUID, List<ClosedUsage>> late, LateUsagePolicy policy) {

    public static final AccountUsage NONE = new AccountUsage(Map.of(), Map.of(), LateUsagePolicy.NEXT_PERIOD);

    public AccountUsage {
        open = Map.copyOf(open);
        late = Map.copyOf(late);
    }

    /** Sums of cycles, with nothing late. */
    public static AccountUsage ofTotals(Map<UsageKey, BigDecimal> totals) {
        Map<UsageKey, PeriodUsage> open = new HashMap<>();
        totals.forEach((key, total) -> open.put(key, PeriodUsage.of(total)));
        return new AccountUsage(open, Map.of(), LateUsagePolicy.NEXT_PERIOD);
    }

    PeriodUsage in(UUID itemId, BillingPeriod cycle) {
        return open.getOrDefault(new UsageKey(itemId, cycle.start()), PeriodUsage.NONE);
    }

    List<ClosedUsage> lateOf(UUID itemId) {
        return late.getOrDefault(itemId, List.of());
    }
}
