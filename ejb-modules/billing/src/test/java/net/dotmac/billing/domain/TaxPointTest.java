package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.day;
import static net.dotmac.billing.domain.Samples.item;
import static net.dotmac.billing.domain.Samples.monthly;
import static net.dotmac.billing.domain.Samples.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceType;
import net.dotmac.services.SubscriptionItem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TaxPointTest {

    /** Germany's lowering of 2020 and its end, a few years on. */
    private static final List<TaxRates.Entry> ENTRIES = List.of(
            new TaxRates.Entry("standard", "", number("19"), day("2007-01-01")),
            new TaxRates.Entry("standard", "", number("16"), day("2027-05-11")),
            new TaxRates.Entry("standard", "", number("16"), day("2027-05-20")),
            new TaxRates.Entry("standard", "", number("19"), day("2028-01-01")));

    private static final TaxRates BY_END = new TaxRates(ENTRIES);
    private static final TaxRates BY_DAY = new TaxRates(ENTRIES, TaxPointRule.BY_DAY);

    @Test
    void aRateThatChangesInMidPeriodHoldsForTheWholePeriodThatEndsInIt() {
        Billable invoice = invoice(item(monthly("31.00"), "2027-05-01", null), BY_END);
        assertEquals(List.of("2027-05-01 3100 496"), lines(invoice));
    }

    @Test
    void byDayTheChargeIsPartedWhereTheRateChangesAndNowhereElse() {
        Billable invoice = invoice(item(monthly("31.00"), "2027-05-01", null), BY_DAY);
        assertEquals(List.of("2027-05-01 1000 190", "2027-05-11 2100 336"), lines(invoice));
        assertEquals(2, invoice.taxes().size());
    }

    @Test
    void whatIsGivenBackIsTaxedAsItWasCharged() {
        SubscriptionItem item = item(monthly("31.00"), "2027-05-01", null);
        for (TaxRates rates : List.of(BY_END, BY_DAY)) {
            Samples.Builder account = new Samples.Builder(1, "2027-05-01", item);
            account.billed((Billable) InvoiceCalculator.calculate(account.build(), day("2027-05-01"), rates)
                    .get(0));
            account.items(Samples.ended(item, "2027-05-01"));
            Billable credit = (Billable) InvoiceCalculator.calculate(account.build(), day("2027-06-01"), rates)
                    .get(0);
            long charged = invoice(item, rates).lines().stream()
                    .mapToLong(line -> line.tax())
                    .sum();
            assertEquals(
                    -charged,
                    credit.lines().stream().mapToLong(line -> line.tax()).sum(),
                    rates.rule().wire());
            assertEquals(-3100, credit.net());
        }
    }

    @Property(tries = 300)
    void thePartsSumToTheCharge(
            @ForAll @LongRange(min = 1, max = 1_000_000) long cents,
            @ForAll @IntRange(min = 0, max = 60) int begin,
            @ForAll boolean isYearly,
            @ForAll boolean taxIncluded) {
        ChargePeriod period = isYearly ? new ChargePeriod(ChargePeriod.Unit.YEAR, 1) : ChargePeriod.MONTHLY;
        LocalDate start = day("2027-04-01").plusDays(begin);
        SubscriptionItem item = item(
                Samples.terms(
                        PriceType.RECURRING,
                        period,
                        number("0.01").multiply(number(Long.toString(cents))).toPlainString(),
                        "EUR",
                        taxIncluded,
                        "standard",
                        null),
                start.toString(),
                null);
        List<Charge> whole = RecurringChargeCalculator.charge(item, 1, null, start, start.plusDays(1))
                .charges();
        List<Charge> parts = new TaxPointCalculator(BY_DAY).apply(whole);
        assertEquals(
                whole.stream().mapToLong(Charge::amount).sum(),
                parts.stream().mapToLong(Charge::amount).sum());
        for (int i = 1; i < parts.size(); i++) {
            assertEquals(parts.get(i - 1).period().end(), parts.get(i).period().start());
        }
        assertTrue(parts.stream().allMatch(part -> BY_DAY.changesWithin("standard", part.period())
                .isEmpty()));
    }

    private static Billable invoice(SubscriptionItem item, TaxRates rates) {
        return (Billable) InvoiceCalculator.calculate(
                        new Samples.Builder(1, "2027-05-01", item).build(), day("2027-05-01"), rates)
                .get(0);
    }

    private static List<String> lines(Billable invoice) {
        return invoice.lines().stream()
                .map(line -> line.charge().period().start() + " " + line.net() + " " + line.tax())
                .toList();
    }
}
