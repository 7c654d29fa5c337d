package net.dotmac.billing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.billing.domain.UsageRatingCalculator.Rated;
import net.dotmac.catalog.UsageModel;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each model by hand, and what holds of all of them. */
class UsageRatingTest {

    private static final List<UsageTariff.Tier> TIERS =
            List.of(new UsageTariff.Tier(number("100"), number("0.50")), new UsageTariff.Tier(null, number("0.30")));
    private static final UsageTariff GRADUATED = tariff("100", TIERS, UsageRules.PLAIN);
    private static final UsageTariff VOLUME = tariff("100", TIERS, rules(UsageModel.VOLUME, null, null));
    private static final UsageTariff PACKAGE = tariff("10", flat("5"), rules(UsageModel.PACKAGE, "10", null));
    private static final UsageTariff CAPPED = tariff("0", flat("0.5"), rules(UsageModel.GRADUATED, null, "25"));
    /** Monday to 8:00 and the weekend cost less. */
    private static final UsageTariff BY_HOUR = tariff(
            "10",
            flat("0.40"),
            new UsageRules(
                    UsageModel.GRADUATED,
                    null,
                    null,
                    0,
                    null,
                    List.of(
                            new UsageRules.Window(0, 8, number("0.10")),
                            new UsageRules.Window(120, 168, number("0.20")))));

    @ParameterizedTest
    @CsvSource({"100, 0", "200, 50.00", "201, 30.30", "250, 45.00"})
    void volumePricesAllUnitsAtTheTierTheyReach(String used, String expected) {
        assertAmount(expected, VOLUME, used);
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 0", "10.001, 1, 5", "20, 1, 5", "20.00000001, 2, 10", "110, 10, 50"})
    void aPackageThatIsBegunIsPaid(String used, String packages, String expected) {
        Rated rated = UsageRatingCalculator.rate(PACKAGE, number(used));
        assertSame(packages, rated.billable());
        assertSame(expected, rated.amount());
    }

    @Test
    void theMaximumHoldsAndSaysSo() {
        assertAmount("25", CAPPED, "50");
        Rated rated = UsageRatingCalculator.rate(CAPPED, number("51"));
        assertSame("25", rated.amount());
        assertNull(rated.unitPrice());
        assertEquals("51 × 0.5 ≤ 25", rated.formula());
    }

    @Test
    void theFormulaNamesEachTier() {
        assertEquals(
                "100 × 0.5 + 50 × 0.3",
                UsageRatingCalculator.rate(GRADUATED, number("250")).formula());
        assertEquals("", UsageRatingCalculator.rate(GRADUATED, number("99")).formula());
    }

    @Test
    void theDearestHoursAreFreeFirst() {
        PeriodUsage usage = byHour(Map.of(7, "5", 8, "8", 119, "4", 120, "6", 167, "1"));
        Rated rated = UsageRatingCalculator.rate(BY_HOUR, usage, CarriedAllowance.NONE);
        assertEquals("2 × 0.4 + 7 × 0.2 + 5 × 0.1", rated.formula());
        assertSame("2.70", rated.amount());
    }

    @Test
    void whatRollsOverIsUsedFirstAndLapses() {
        UsageTariff tariff = rollover("100", 2, null);
        CarriedAllowance first = CarriedAllowance.NONE.after(tariff, number("30"));
        assertLots(first, "70");
        CarriedAllowance second = first.after(tariff, number("90"));
        assertLots(second, "0", "80");
        assertLots(second.after(tariff, number("0")), "80", "100");
        Rated rated = UsageRatingCalculator.rate(tariff, PeriodUsage.of(number("200")), second);
        assertSame("80", rated.rolledOver());
        assertSame("10", rated.amount());
        assertLots(second.after(tariff, number("200")), "0", "0");
    }

    @Test
    void theLimitDropsTheOldest() {
        CarriedAllowance carried = new CarriedAllowance(List.of(number("50"), number("60")));
        assertLots(carried.after(rollover("100", 3, "120"), number("0")), "0", "20", "100");
    }

    @Test
    void rulesThatContradictEachOtherAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> rules(UsageModel.PACKAGE, null, null));
        assertThrows(IllegalArgumentException.class, () -> rules(UsageModel.VOLUME, "10", null));
        assertThrows(IllegalArgumentException.class, () -> rules(UsageModel.GRADUATED, null, "-1"));
        assertThrows(IllegalArgumentException.class, () -> rollover("0", 2, null));
        assertThrows(IllegalArgumentException.class, () -> rollover("10", 13, null));
        assertThrows(IllegalArgumentException.class, () -> tariff("0", TIERS, rules(UsageModel.PACKAGE, "10", null)));
        UsageRules.Window late = new UsageRules.Window(20, 24, BigDecimal.ONE);
        assertThrows(
                IllegalArgumentException.class,
                () -> new UsageRules(UsageModel.GRADUATED, null, null, 0, null, List.of(late, late)));
        assertThrows(IllegalArgumentException.class, () -> new UsageRules.Window(167, 169, BigDecimal.ONE));
    }

    @Property
    @Tag("property")
    void oneTierCostsTheSameByVolumeAndGraduated(
            @ForAll @BigRange(min = "0", max = "20000") @Scale(4) BigDecimal used) {
        BigDecimal graduated = UsageRatingCalculator.rate(tariff("7", flat("0.37"), UsageRules.PLAIN), used)
                .amount();
        BigDecimal volume = UsageRatingCalculator.rate(
                        tariff("7", flat("0.37"), rules(UsageModel.VOLUME, null, null)), used)
                .amount();
        assertEquals(0, graduated.compareTo(volume));
    }

    @Property
    @Tag("property")
    void moreNeverCostsLessAndNothingCostsMoreThanItsMaximum(
            @ForAll @Size(min = 1, max = 12) Map<@IntRange(max = 167) Integer, @BigRange(min = "0", max = "50") BigDecimal> hours,
            @ForAll @IntRange(max = 167) int hour,
            @ForAll @BigRange(min = "0", max = "50") @Scale(3) BigDecimal more) {
        PeriodUsage usage = usage(hours);
        PeriodUsage added = usage.plus(new PeriodUsage(more, Map.of(hour, more)));
        for (UsageTariff tariff : List.of(GRADUATED, PACKAGE, CAPPED, BY_HOUR)) {
            Rated less = UsageRatingCalculator.rate(tariff, usage, CarriedAllowance.NONE);
            Rated all = UsageRatingCalculator.rate(tariff, added, CarriedAllowance.NONE);
            assertTrue(less.amount().signum() >= 0, less.toString());
            assertTrue(all.amount().compareTo(less.amount()) >= 0, less + " " + all);
        }
        assertTrue(UsageRatingCalculator.rate(CAPPED, added, CarriedAllowance.NONE)
                        .amount()
                        .compareTo(number("25"))
                <= 0);
    }

    @Property
    @Tag("property")
    void noMoreRollsOverThanWasLeftAndTheLimitAllows(
            @ForAll @Size(max = 24) List<@BigRange(min = "0", max = "300") @Scale(2) BigDecimal> months) {
        UsageTariff tariff = rollover("100", 3, "250");
        CarriedAllowance carried = CarriedAllowance.NONE;
        BigDecimal given = BigDecimal.ZERO;
        BigDecimal free = BigDecimal.ZERO;
        for (BigDecimal used : months) {
            Rated rated = UsageRatingCalculator.rate(tariff, PeriodUsage.of(used), carried);
            given = given.add(tariff.allowance());
            free = free.add(used.subtract(rated.billable()));
            carried = carried.after(tariff, used);
            assertTrue(free.add(carried.sum()).compareTo(given) <= 0, "more was free than was given");
            assertTrue(carried.sum().compareTo(number("250")) <= 0);
            assertTrue(carried.left().size() <= 3);
            assertTrue(carried.left().stream().allMatch(lot -> lot.signum() >= 0));
        }
    }

    private static UsageTariff tariff(String allowance, List<UsageTariff.Tier> tiers, UsageRules rules) {
        return new UsageTariff("GB", number(allowance), tiers, rules);
    }

    private static List<UsageTariff.Tier> flat(String price) {
        return List.of(new UsageTariff.Tier(null, number(price)));
    }

    private static UsageRules rules(UsageModel model, String packageSize, String maximum) {
        return new UsageRules(model, number(packageSize), number(maximum), 0, null, List.of());
    }

    private static UsageTariff rollover(String allowance, int periods, String limit) {
        UsageRules rules = new UsageRules(UsageModel.GRADUATED, null, null, periods, number(limit), List.of());
        return tariff(allowance, flat("0.5"), rules);
    }

    private static PeriodUsage byHour(Map<Integer, String> hours) {
        Map<Integer, BigDecimal> units = new HashMap<>();
        hours.forEach((hour, text) -> units.put(hour, number(text)));
        return usage(units);
    }

    private static PeriodUsage usage(Map<Integer, BigDecimal> hours) {
        return new PeriodUsage(hours.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), hours);
    }

    private static void assertAmount(String expected, UsageTariff tariff, String used) {
        assertSame(expected, UsageRatingCalculator.rate(tariff, number(used)).amount());
    }

    private static void assertLots(CarriedAllowance carried, String... expected) {
        assertEquals(
                List.of(expected),
                carried.left().stream().map(UsageRatingCalculator::plain).toList());
    }

    private static void assertSame(String expected, BigDecimal found) {
        assertEquals(0, number(expected).compareTo(found), () -> expected + " expected, " + found + " found");
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
