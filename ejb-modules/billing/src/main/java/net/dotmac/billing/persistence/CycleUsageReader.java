package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.domain.ChargeMark;
import net.dotmac.billing.domain.CycleCalculator;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.services.SubscriptionItem;
import net.dotmac.usage.UsageService;
import net.dotmac.usage.UsageTotal;

/** Reads how much was used in the cycles that are to be billed: one sum for each span of days that occurs. */
@ApplicationScoped
public class CycleUsageReader {

    private static final int OLDEST_YEARS = 11;

    @Inject
    private UsageService usage;

    @Inject
    private BusinessClock clock;

    /**
     * Sums the usage of metered items in each cycle that ended by a day and is not charged yet. Nearly all items share the
     * span of their account's last cycle, so there are few sums.
     *
     * @param cycleDays by account
     * @param items by account
     * @param marks by item
     * @return by item and first day of the cycle; what was not used is missing
     */
    Map<UUID, Map<LocalDate, BigDecimal>> read(
            LocalDate date,
            Map<UUID, Integer> cycleDays,
            Map<UUID, List<SubscriptionItem>> items,
            Map<UUID, ChargeMark> marks) {
        Map<BillingPeriod, List<Metered>> spans = new HashMap<>();
        items.forEach((account, ofAccount) -> {
            int cycleDay = cycleDays.get(account);
            for (SubscriptionItem item : ofAccount) {
                if (item.terms().type() == PriceType.USAGE && item.terms().tariff() != null) {
                    LocalDate lastCycle = CycleCalculator.before(date.plusDays(1), cycleDay);
                    addSpans(spans, item, marks.get(item.id()), cycleDay, lastCycle);
                }
            }
        });
        Map<UUID, Map<LocalDate, BigDecimal>> used = new HashMap<>();
        spans.forEach((span, metered) -> sum(span, metered, used));
        return used;
    }

    private static void addSpans(
            Map<BillingPeriod, List<Metered>> spans,
            SubscriptionItem item,
            ChargeMark mark,
            int cycleDay,
            LocalDate lastCycle) {
        LocalDate from = mark == null ? item.start() : mark.chargedThrough();
        LocalDate oldest = lastCycle.minusYears(OLDEST_YEARS);
        while (from.isBefore(lastCycle)
                && !from.isBefore(oldest)
                && (item.end() == null || from.isBefore(item.end()))) {
            BillingPeriod cycle = CycleCalculator.containing(from, cycleDay);
            LocalDate to = item.end() != null && item.end().isBefore(cycle.end()) ? item.end() : cycle.end();
            spans.computeIfAbsent(new BillingPeriod(from, to), span -> new ArrayList<>())
                    .add(new Metered(item, cycle.start()));
            from = cycle.end();
        }
    }

    private void sum(BillingPeriod span, List<Metered> metered, Map<UUID, Map<LocalDate, BigDecimal>> used) {
        Set<UUID> productIds = new HashSet<>();
        metered.forEach(m -> productIds.add(m.item.productId()));
        Map<String, BigDecimal> totals = new HashMap<>();
        for (UsageTotal total : usage.totals(
                productIds,
                span.start().atStartOfDay(clock.zone()).toInstant(),
                span.end().atStartOfDay(clock.zone()).toInstant())) {
            totals.put(total.productId() + " " + total.unitOfMeasure(), total.quantity());
        }
        for (Metered m : metered) {
            BigDecimal total = totals.get(
                    m.item.productId() + " " + m.item.terms().tariff().unitOfMeasure());
            if (total != null) {
                used.computeIfAbsent(m.item.id(), id -> new HashMap<>()).put(m.cycleStart, total);
            }
        }
    }

    private record Metered(SubscriptionItem item, LocalDate cycleStart) {}
}
