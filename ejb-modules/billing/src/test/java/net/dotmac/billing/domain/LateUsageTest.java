package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.day;
import static net.dotmac.billing.domain.Samples.item;
import static net.dotmac.billing.domain.Samples.metered;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dotmac.billing.domain.BillableAccount.UsageKey;
import net.dotmac.catalog.UsageModel;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.SubscriptionItem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Usage that comes after its period was billed: charged once, by the tenant's policy, and nothing of it lost. */
class LateUsageTest {

    private static final BillingPeriod APRIL = new BillingPeriod(day("2027-04-01"), day("2027-05-01"));
    private static final UsageTariff TARIFF = new UsageTariff(
            "GB",
            new BigDecimal("100"),
            List.of(
                    new UsageTariff.Tier(new BigDecimal("50"), new BigDecimal("0.5")),
                    new UsageTariff.Tier(null, new BigDecimal("0.3"))));
    private static final UsageTariff ROLLING = new UsageTariff(
            "GB",
            new BigDecimal("100"),
            TARIFF.tiers(),
            new UsageRules(UsageModel.GRADUATED, null, null, 1, null, List.of()));

    @Test
    void countsOnTopOfTheNextPeriod() {
        List<Charge> charges = charge(TARIFF, LateUsagePolicy.NEXT_PERIOD, "120", null, closed("130", "90", 0, 0));
        assertEquals(List.of(LineKind.USAGE, LineKind.LATE_USAGE), kinds(charges));
        assertEquals(1000, charges.get(0).amount());
        assertEquals(1800, charges.get(1).amount());
        assertEquals(APRIL, charges.get(1).period());
        assertEquals(
                "(50 × 0.5 + 10 × 0.3) − (20 × 0.5)", charges.get(1).usage().formula());
        assertEquals(new BigDecimal("40"), charges.get(1).usage().used());
    }

    @Test
    void usesWhatTheNextPeriodHasFree() {
        Charge late = charge(TARIFF, LateUsagePolicy.NEXT_PERIOD, "70", null, closed("130", "90", 0, 0))
                .get(1);
        assertEquals(500, late.amount());
        assertEquals(new BigDecimal("30"), late.usage().allowance());
        assertEquals(new BigDecimal("10"), late.quantity());
    }

    @Test
    void ratesItsOwnPeriodAnew() {
        Charge late = charge(TARIFF, LateUsagePolicy.RERATE, "120", null, closed("130", "120", 1000, 2))
                .get(0);
        assertEquals(LineKind.LATE_USAGE, late.kind());
        assertEquals(500, late.amount());
        assertEquals(2, late.changeSequence());
        assertEquals("(30 × 0.5) − (10)", late.usage().formula());
    }

    @Test
    void aLowerVolumePriceGivesBack() {
        UsageRules volume = new UsageRules(UsageModel.VOLUME, null, null, 0, null, List.of());
        UsageTariff tariff = new UsageTariff("GB", BigDecimal.ZERO, TARIFF.tiers(), volume);
        Charge late = charge(tariff, LateUsagePolicy.RERATE, "0", null, closed("51", "50", 2500, 0))
                .get(0);
        assertEquals(1530 - 2500, late.amount());
    }

    @Test
    void afterTheEndThePeriodIsRatedAnew() {
        List<Charge> charges =
                charge(TARIFF, LateUsagePolicy.NEXT_PERIOD, "0", "2027-05-01", closed("130", "90", 0, 0));
        assertEquals(List.of(1500L), charges.stream().map(Charge::amount).toList());
    }

    @Test
    void whatRolledOverIsFreeOnce() {
        SubscriptionItem item = item(metered(ROLLING), "2027-04-01", "2027-05-01");
        CarriedAllowance left = new CarriedAllowance(List.of(new BigDecimal("10")));
        ChargeMark mark = new ChargeMark(item.id(), day("2027-05-01"), 0, left);
        ItemCharges charged = UsageChargeCalculator.charge(
                item,
                account(item, Map.of(), LateUsagePolicy.RERATE),
                mark,
                day("2027-06-01"),
                List.of(closed("130", "90", 0, 0)));
        assertEquals(1500, charged.charges().get(0).amount());
        assertEquals(0, charged.mark().carried().sum().signum());
    }

    /** Usage comes in whichever order; what was charged in the end is what the periods cost with all of it. */
    @Property(tries = 300)
    @Tag("property")
    void ratedAnewInAnyOrderTheSumIsThatOfAllKnownAtOnce(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 19_999) Integer> records) {
        SubscriptionItem item = item(metered(TARIFF), "2027-04-01", null);
        Map<LocalDate, BigDecimal> known = new TreeMap<>();
        Map<LocalDate, ClosedUsage> billed = new TreeMap<>();
        ChargeMark mark = null;
        int next = 0;
        for (LocalDate on = day("2027-05-01"); on.isBefore(day("2027-11-01")); on = on.plusMonths(1)) {
            int until = on.equals(day("2027-10-01")) ? records.size() : Math.min(records.size(), next + 5);
            for (; next < until; next++) {
                LocalDate month = day("2027-04-01").plusMonths(records.get(next) % 5);
                known.merge(month, BigDecimal.valueOf(records.get(next), 2), BigDecimal::add);
            }
            mark = bill(item, mark, on, known, billed);
        }
        long charged =
                billed.values().stream().mapToLong(ClosedUsage::undiscounted).sum();
        long atOnce = known.values().stream()
                .mapToLong(sum -> UsageRatingCalculator.rate(TARIFF, sum)
                        .amount()
                        .movePointRight(2)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .longValueExact())
                .sum();
        assertEquals(atOnce, charged);
        known.forEach(
                (month, sum) -> assertEquals(0, sum.compareTo(billed.get(month).billed())));
    }

    private static ChargeMark bill(
            SubscriptionItem item,
            ChargeMark mark,
            LocalDate on,
            Map<LocalDate, BigDecimal> known,
            Map<LocalDate, ClosedUsage> billed) {
        Map<UsageKey, PeriodUsage> open = new HashMap<>();
        List<ClosedUsage> late = new ArrayList<>();
        for (LocalDate month = day("2027-04-01"); month.isBefore(on); month = month.plusMonths(1)) {
            BigDecimal now = known.getOrDefault(month, BigDecimal.ZERO);
            if (month.equals(on.minusMonths(1))) {
                open.put(new UsageKey(item.id(), month), PeriodUsage.of(now));
            } else {
                ClosedUsage was = billed.get(month);
                ClosedUsage is = new ClosedUsage(
                        was.period(), PeriodUsage.of(now), was.billed(), was.undiscounted(), 0, was.lateLines());
                if (is.late().signum() > 0) {
                    late.add(is);
                }
            }
        }
        LocalDate month = on.minusMonths(1);
        BillingPeriod period = new BillingPeriod(month, on);
        billed.put(month, new ClosedUsage(period, PeriodUsage.NONE, BigDecimal.ZERO, 0, 0, 0));
        ItemCharges charged =
                UsageChargeCalculator.charge(item, account(item, open, LateUsagePolicy.RERATE), mark, on, late);
        for (Charge charge : charged.charges()) {
            billed.computeIfPresent(charge.period().start(), (start, was) -> plus(was, charge));
        }
        return charged.mark();
    }

    private static ClosedUsage plus(ClosedUsage was, Charge charge) {
        return new ClosedUsage(
                was.period(),
                was.now(),
                was.billed().add(charge.usage().used()),
                was.undiscounted() + charge.undiscounted(),
                0,
                was.lateLines() + (charge.kind() == LineKind.LATE_USAGE ? 1 : 0));
    }

    private static List<Charge> charge(
            UsageTariff tariff, LateUsagePolicy policy, String may, String end, ClosedUsage late) {
        SubscriptionItem item = item(metered(tariff), "2027-04-01", end);
        ChargeMark mark = new ChargeMark(item.id(), day("2027-05-01"), 0);
        Map<UsageKey, PeriodUsage> open =
                Map.of(new UsageKey(item.id(), day("2027-05-01")), PeriodUsage.of(new BigDecimal(may)));
        return UsageChargeCalculator.charge(item, account(item, open, policy), mark, day("2027-06-01"), List.of(late))
                .charges();
    }

    private static BillableAccount account(
            SubscriptionItem item, Map<UsageKey, PeriodUsage> open, LateUsagePolicy policy) {
        return new Samples.Builder(1, "2027-06-01", item)
                .usage(new AccountUsage(open, Map.of(), policy))
                .build();
    }

    private static ClosedUsage closed(String now, String billed, long undiscounted, int lateLines) {
        return new ClosedUsage(
                APRIL, PeriodUsage.of(new BigDecimal(now)), new BigDecimal(billed), undiscounted, 0, lateLines);
    }

    private static List<LineKind> kinds(List<Charge> charges) {
        return charges.stream().map(Charge::kind).toList();
    }
}
