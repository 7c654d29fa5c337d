package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.AccountUsage;
import net.dotmac.billing.domain.BillableAccount.UsageKey;
import net.dotmac.billing.domain.ChargeMark;
import net.dotmac.billing.domain.ClosedUsage;
import net.dotmac.billing.domain.CycleCalculator;
import net.dotmac.billing.domain.LateUsagePolicy;
import net.dotmac.billing.domain.PeriodUsage;
import net.dotmac.billing.domain.SettlementPolicy;
import net.dotmac.billing.persistence.BilledUsageReader.Billed;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.services.SubscriptionItem;
import net.dotmac.usage.UsageHour;
import net.dotmac.usage.UsageService;
import net.dotmac.usage.UsageTotal;

/**
 * Reads how much was used in the cycles that are to be billed, and in those of the last months that were billed, to find what came
 * late: one sum for each span of days that occurs, of which there are few, for nearly all items share the cycles of their accounts.
 */
@ApplicationScoped
public class CycleUsageReader {

    private static final int OLDEST_YEARS = 11;

    @Inject
    private UsageService usage;

    @Inject
    private BilledUsageReader billed;

    @Inject
    private BusinessClock clock;

    /**
     * The usage of metered items: of each cycle that ended by a day and is not charged yet, and of billed periods with more than was
     * billed.
     *
     * @param cycleDays by account
     * @param items by account
     * @param marks by item
     * @return by account; those without metered items are missing
     */
    Map<UUID, AccountUsage> read(
            LocalDate date,
            Map<UUID, Integer> cycleDays,
            Map<UUID, List<SubscriptionItem>> items,
            Map<UUID, ChargeMark> marks) {
        List<SubscriptionItem> metered = items.values().stream()
                .flatMap(List::stream)
                .filter(item ->
                        item.terms().type() == PriceType.USAGE && item.terms().tariff() != null)
                .toList();
        if (metered.isEmpty()) {
            return Map.of();
        }
        List<Wanted> wanted = new ArrayList<>();
        Map<UUID, List<Billed>> lines = billedLines(metered, marks);
        for (SubscriptionItem item : metered) {
            int cycleDay = cycleDays.get(item.billingAccountId());
            ChargeMark mark = marks.get(item.id());
            addOpen(wanted, item, mark, cycleDay, CycleCalculator.before(date.plusDays(1), cycleDay));
            if (mark != null) {
                BilledPeriods.of(item, mark, cycleDay, lines.getOrDefault(item.id(), List.of()))
                        .forEach(each -> wanted.add(new Wanted(item, each.period(), null, each)));
            }
        }
        return byAccount(wanted, sums(wanted));
    }

    private Map<UUID, List<Billed>> billedLines(List<SubscriptionItem> metered, Map<UUID, ChargeMark> marks) {
        List<ChargeMark> charged = metered.stream()
                .map(item -> marks.get(item.id()))
                .filter(mark -> mark != null)
                .toList();
        return charged.isEmpty()
                ? Map.of()
                : billed.read(
                        charged.stream().map(ChargeMark::itemId).toList(),
                        charged.stream()
                                .map(ChargeMark::chargedThrough)
                                .min(LocalDate::compareTo)
                                .orElseThrow()
                                .minusMonths(SettlementPolicy.LATE_MONTHS));
    }

    private static void addOpen(
            List<Wanted> wanted, SubscriptionItem item, ChargeMark mark, int cycleDay, LocalDate lastCycle) {
        LocalDate from = mark == null ? item.start() : mark.chargedThrough();
        LocalDate oldest = lastCycle.minusYears(OLDEST_YEARS);
        while (from.isBefore(lastCycle)
                && !from.isBefore(oldest)
                && (item.end() == null || from.isBefore(item.end()))) {
            BillingPeriod cycle = CycleCalculator.containing(from, cycleDay);
            LocalDate to = item.end() != null && item.end().isBefore(cycle.end()) ? item.end() : cycle.end();
            wanted.add(new Wanted(item, new BillingPeriod(from, to), cycle.start(), null));
            from = cycle.end();
        }
    }

    private Map<String, PeriodUsage> sums(List<Wanted> wanted) {
        Map<String, PeriodUsage> sums = new HashMap<>();
        Map<BillingPeriod, List<Wanted>> spans = wanted.stream().collect(Collectors.groupingBy(Wanted::span));
        spans.forEach((span, ofSpan) -> {
            Set<UUID> plain = products(ofSpan, false);
            Set<UUID> byHour = products(ofSpan, true);
            for (UsageTotal total : usage.totals(plain, start(span.start()), start(span.end()))) {
                sums.put(key(span, total.productId(), total.unitOfMeasure()), PeriodUsage.of(total.quantity()));
            }
            for (UsageHour hour : usage.hours(byHour, start(span.start()), start(span.end()))) {
                sums.merge(
                        key(span, hour.productId(), hour.unitOfMeasure()),
                        new PeriodUsage(hour.quantity(), Map.of(hour.hourOfWeek(), hour.quantity())),
                        PeriodUsage::plus);
            }
        });
        return sums;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.zone()).toInstant();
    }

    private static Set<UUID> products(List<Wanted> wanted, boolean byHour) {
        return wanted.stream()
                .filter(each -> each.isByHour() == byHour)
                .map(each -> each.item.productId())
                .collect(Collectors.toSet());
    }

    private static String key(BillingPeriod span, UUID productId, String unit) {
        return span + " " + productId + " " + unit;
    }

    private Map<UUID, AccountUsage> byAccount(List<Wanted> wanted, Map<String, PeriodUsage> sums) {
        Map<UUID, Map<UsageKey, PeriodUsage>> open = new HashMap<>();
        Map<UUID, Map<UUID, List<ClosedUsage>>> late = new HashMap<>();
        for (Wanted each : wanted) {
            SubscriptionItem item = each.item;
            UUID account = item.billingAccountId();
            PeriodUsage sum = sums.get(
                    key(each.span, item.productId(), item.terms().tariff().unitOfMeasure()));
            if (sum != null && each.closed == null) {
                open.computeIfAbsent(account, id -> new HashMap<>()).put(new UsageKey(item.id(), each.cycleStart), sum);
            } else if (sum != null && sum.total().compareTo(each.closed.used()) > 0) {
                late.computeIfAbsent(account, id -> new HashMap<>())
                        .computeIfAbsent(item.id(), id -> new ArrayList<>())
                        .add(0, each.late(sum));
            }
        }
        LateUsagePolicy policy = late.isEmpty() ? LateUsagePolicy.NEXT_PERIOD : billed.policy();
        Set<UUID> accounts = new HashSet<>(open.keySet());
        accounts.addAll(late.keySet());
        return accounts.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        account -> new AccountUsage(
                                open.getOrDefault(account, Map.of()), late.getOrDefault(account, Map.of()), policy)));
    }

    /**
     * A sum that is wanted: of an open cycle, or of a billed period.
     *
     * @param cycleStart of an open cycle, otherwise null
     * @param closed what was billed, of a billed period, otherwise null
     */
    private record Wanted(SubscriptionItem item, BillingPeriod span, LocalDate cycleStart, Billed closed) {

        boolean isByHour() {
            return !item.terms().tariff().rules().windows().isEmpty();
        }

        ClosedUsage late(PeriodUsage now) {
            return new ClosedUsage(
                    closed.period(), now, closed.used(), closed.undiscounted(), closed.discount(), closed.lateLines());
        }
    }
}
