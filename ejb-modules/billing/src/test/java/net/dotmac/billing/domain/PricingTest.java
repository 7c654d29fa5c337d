package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.amount;
import static net.dotmac.billing.domain.Samples.day;
import static net.dotmac.billing.domain.Samples.number;
import static net.dotmac.billing.domain.Samples.percent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.Money;
import net.dotmac.services.Discount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proration, discounts, usage and late fees, by the cases worked by hand. */
class PricingTest {

    private static final BillingPeriod MONTH = new BillingPeriod(day("2027-04-01"), day("2027-05-01"));
    private static final UsageTariff TIERS = new UsageTariff(
            "unit",
            BigDecimal.ZERO,
            List.of(
                    new UsageTariff.Tier(number("1000"), number("0.01")),
                    new UsageTariff.Tier(number("5000"), number("0.008")),
                    new UsageTariff.Tier(null, number("0.005"))));

    @ParameterizedTest
    @CsvSource({
        "79.99, 2027-04-15, 2027-05-01, 2027-04-01, 2027-05-01, 42.66",
        "79.99, 2027-01-31, 2027-02-01, 2027-01-01, 2027-02-01, 2.58",
        "31000.00, 2027-01-01, 2027-01-11, 2027-01-01, 2027-02-01, 10000.00"
    })
    void proratesByTheDaysOfTheActualPeriod(
            String price, String from, String to, String start, String end, String expected) {
        BigDecimal part = ProrationCalculator.prorate(
                number(price), new BillingPeriod(day(from), day(to)), new BillingPeriod(day(start), day(end)));
        assertEquals(Money.of(expected, "EUR"), Money.of(part, "EUR"));
    }

    @Test
    void refusesAPartThatIsNone() {
        BillingPeriod outside = new BillingPeriod(day("2027-04-15"), day("2027-05-02"));
        assertThrows(IllegalArgumentException.class, () -> ProrationCalculator.prorate(BigDecimal.ONE, outside, MONTH));
    }

    @Test
    void discountsStackInTheirOrder() {
        assertEquals(2000, discount(15000, percent("10"), amount("5.00")));
        assertEquals(1950, discount(15000, amount("5.00"), percent("10")));
        assertEquals(500, discount(10000, percent("5")));
    }

    @Test
    void nothingIsEverBelowZero() {
        assertEquals(1000, discount(1000, amount("25.00"), percent("50")));
        assertEquals(1000, discount(1000, percent("150")));
        assertEquals(0, discount(0, amount("5.00")));
    }

    @Test
    void aDiscountCountsForTheDaysItHolds() {
        Discount tenDays = new Discount("Start", Discount.Kind.PERCENT, number("30"), null, day("2027-04-11"));
        assertEquals(1000, discount(10000, tenDays));
        Discount later = new Discount("Later", Discount.Kind.AMOUNT, number("30"), day("2027-04-16"), null);
        assertEquals(1500, discount(10000, later));
        Discount over = new Discount("Over", Discount.Kind.PERCENT, number("30"), null, day("2027-04-01"));
        assertEquals(0, discount(10000, over));
    }

    @Test
    void anAmountDiscountIsPerWholePeriod() {
        BillingPeriod half = new BillingPeriod(day("2027-04-16"), day("2027-05-01"));
        assertEquals(300, DiscountCalculator.discount(5000, List.of(amount("6.00")), half, MONTH, "EUR"));
    }

    @Property
    @Tag("property")
    void whatIsLeftAfterDiscountsLiesBetweenZeroAndTheCharge(
            @ForAll @LongRange(min = 0, max = 10_000_000) long charge,
            @ForAll @Size(max = 5) List<@BigRange(min = "0", max = "200") @Scale(2) BigDecimal> values) {
        List<Discount> discounts = values.stream()
                .map(value -> value.scale() % 2 == 0 ? percent(value.toString()) : amount(value.toString()))
                .toList();
        long taken = DiscountCalculator.discount(charge, discounts, MONTH, MONTH, "EUR");
        assertTrue(taken >= 0 && taken <= charge);
    }

    @Test
    void usageOverTheAllowanceIsCharged() {
        UsageTariff tariff = UsageTariff.flat("GB", number("500"), number("0.50"));
        assertEquals(
                0,
                number("75.00")
                        .compareTo(UsageRatingCalculator.rate(tariff, number("650"))
                                .amount()));
        assertEquals(
                number("0.50"),
                UsageRatingCalculator.rate(tariff, number("650")).unitPrice());
        assertEquals(
                0, UsageRatingCalculator.rate(tariff, number("500")).amount().signum());
        assertEquals(
                0, UsageRatingCalculator.rate(tariff, number("20")).billable().signum());
    }

    @ParameterizedTest
    @CsvSource({"500, 5.00", "1000, 10.00", "1001, 10.008", "5000, 42.00", "6000, 47.00", "0, 0"})
    void tiersAreGraduated(String used, String expected) {
        assertEquals(
                0,
                number(expected)
                        .compareTo(
                                UsageRatingCalculator.rate(TIERS, number(used)).amount()));
    }

    @Test
    void tiersCountWhatLiesOverTheAllowance() {
        UsageTariff tariff = new UsageTariff(
                "GB",
                number("100"),
                List.of(
                        new UsageTariff.Tier(number("100"), number("0.50")),
                        new UsageTariff.Tier(null, number("0.30"))));
        UsageRatingCalculator.Rated rated = UsageRatingCalculator.rate(tariff, number("250"));
        assertEquals(0, number("65.00").compareTo(rated.amount()));
        assertNull(rated.unitPrice());
    }

    @Property
    @Tag("property")
    void usingMoreNeverCostsLess(
            @ForAll @BigRange(min = "0", max = "20000") @Scale(3) BigDecimal used,
            @ForAll @BigRange(min = "0", max = "20000") @Scale(3) BigDecimal more) {
        BigDecimal less = UsageRatingCalculator.rate(TIERS, used).amount();
        assertTrue(UsageRatingCalculator.rate(TIERS, used.add(more)).amount().compareTo(less) >= 0);
    }

    private static long discount(long charge, Discount... discounts) {
        return DiscountCalculator.discount(charge, List.of(discounts), MONTH, MONTH, "EUR");
    }
}
