package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.day;
import static net.dotmac.billing.domain.Samples.number;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.dotmac.billing.BillingProblem;
import net.dotmac.billing.domain.CreditPolicy.CreditableLine;
import net.dotmac.billing.domain.CreditPolicy.LineCredit;
import net.dotmac.billing.domain.TaxCalculator.Taxable;
import net.dotmac.billing.domain.TaxCalculator.Taxed;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TaxCalculatorTest {

    @Test
    void addsTaxOrFindsItInside() {
        Taxed added = tax(false, "7.5", 2_500_000);
        assertEquals(2_687_500, gross(added));
        Taxed inside = tax(true, "7.5", 2_687_500);
        assertEquals(2_500_000, inside.lines().get(0).net());
        assertEquals(187_500, inside.totals().get(0).tax());
    }

    @Test
    void discountComesBeforeTax() {
        Taxed taxed = tax(false, "8", 10_000 - 500);
        assertEquals(10_260, gross(taxed));
    }

    @Test
    void everyJurisdictionRoundsItsOwnTotal() {
        List<TaxRate> rates = List.of(
                new TaxRate("CA", number("7.25")),
                new TaxRate("County", number("0.25")),
                new TaxRate("City", number("0.75")),
                new TaxRate("Transit", number("0.5")));
        Taxed taxed = TaxCalculator.calculate(List.of(new Taxable("telecom", rates, false, false, 10_000)));
        assertEquals(875, taxed.lines().get(0).tax());
        assertEquals(List.of(725L, 25L, 75L, 50L), taxed.lines().get(0).taxByRate());
        assertEquals(number("8.75"), taxed.lines().get(0).percent());
        assertEquals(4, taxed.totals().size());
    }

    @Test
    void taxIsOncePerDocumentAndCreditNotesOfItsLinesSumToIt() {
        Taxed taxed = tax(false, "20", 1999, 1999, 1999);
        assertEquals(5997, taxed.totals().get(0).net());
        assertEquals(1199, taxed.totals().get(0).tax());
        assertEquals(7196, gross(taxed));

        List<CreditableLine> lines = creditable(taxed);
        long credited = 0;
        for (CreditableLine line : lines) {
            for (LineCredit credit : CreditPolicy.lines(lines, Set.of(line.lineNo()))) {
                credited += credit.net() + credit.tax();
            }
        }
        assertEquals(7196, credited);
    }

    @Test
    void anExemptBuyerPaysTheNet() {
        List<TaxRate> rates = List.of(new TaxRate("", number("20")));
        Taxed taxed = TaxCalculator.calculate(List.of(
                new Taxable("standard", rates, true, true, 12_000), new Taxable("standard", rates, false, true, 500)));
        assertEquals(10_500, gross(taxed));
        assertEquals(
                new TaxTotal("standard", "", BigDecimal.ZERO, BigDecimal.ZERO, 10_500, 0),
                taxed.totals().get(0));
    }

    @Test
    void ratesChangeOnTheirDay() {
        TaxRates rates = new TaxRates(List.of(
                new TaxRates.Entry("standard", "", number("19"), day("2007-01-01")),
                new TaxRates.Entry("standard", "", number("16"), day("2020-07-01")),
                new TaxRates.Entry("standard", "", number("19"), day("2021-01-01"))));
        assertEquals(
                List.of(new TaxRate("", number("19"))),
                rates.on("standard", day("2020-06-30")).orElseThrow());
        assertEquals(
                List.of(new TaxRate("", number("16"))),
                rates.on("standard", day("2020-12-31")).orElseThrow());
        assertEquals(
                List.of(new TaxRate("", number("19"))),
                rates.on("standard", day("2021-01-01")).orElseThrow());
        assertEquals(Optional.empty(), rates.on("standard", day("2006-12-31")));
        assertEquals(Optional.empty(), rates.on("luxury", day("2021-01-01")));
        assertEquals(Optional.empty(), rates.on(null, day("2021-01-01")));
    }

    @Test
    void creditIsNeverMoreThanIsLeft() {
        int id = 7;
        CreditableLine fresh = new CreditableLine(id, 5000, 0, 0, 0);
        LineCredit first =
                CreditPolicy.amount(List.of(fresh), Money.of("15", "EUR")).get(0);
        CreditableLine then = new CreditableLine(id, 5000, 0, first.net(), first.tax());
        LineCredit second =
                CreditPolicy.amount(List.of(then), Money.of("10", "EUR")).get(0);
        CreditableLine last = new CreditableLine(id, 5000, 0, first.net() + second.net(), first.tax() + second.tax());
        assertEquals(2500, last.leftGross());
        DomainException refused =
                assertThrows(DomainException.class, () -> CreditPolicy.amount(List.of(last), Money.of("25.01", "EUR")));
        assertEquals(BillingProblem.CREDIT_EXCEEDS_INVOICE, refused.problem());
        assertEquals(2500, CreditPolicy.whole(List.of(last)).get(0).net());
        CreditableLine nothing = new CreditableLine(id, 5000, 0, 5000, 0);
        assertThrows(DomainException.class, () -> CreditPolicy.whole(List.of(nothing)));
        assertThrows(DomainException.class, () -> CreditPolicy.amount(List.of(last), Money.zero("EUR")));
        assertThrows(DomainException.class, () -> CreditPolicy.lines(List.of(last), Set.of(8)));
    }

    @Test
    void theLargestRemaindersGetWhatIsMissing() {
        List<BigDecimal> exact = List.of(number("1.2"), number("1.5"), number("-0.7"));
        assertArrayEquals(new long[] {1, 2, -1}, LargestRemainder.round(exact, 2));
        assertArrayEquals(new long[] {34, 33, 33}, LargestRemainder.spread(100, List.of(1L, 1L, 1L)));
        assertArrayEquals(new long[0], LargestRemainder.round(List.of(), 0));
    }

    @Property
    @Tag("property")
    void linesSumToTheDocumentAtEveryRate(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = -50_000, max = 500_000) Long> amounts,
            @ForAll boolean inclusive,
            @ForAll @IntRange(min = 0, max = 2500) int hundredths) {
        String percent = BigDecimal.valueOf(hundredths, 2).toString();
        Taxed taxed = tax(inclusive, percent, amounts.stream().mapToLong(l -> l).toArray());
        long sum = amounts.stream().mapToLong(l -> l).sum();
        TaxTotal total = taxed.totals().get(0);
        assertEquals(
                total.net(),
                taxed.lines().stream().mapToLong(TaxCalculator.TaxedLine::net).sum());
        assertEquals(
                total.tax(),
                taxed.lines().stream().mapToLong(TaxCalculator.TaxedLine::tax).sum());
        assertEquals(inclusive ? sum : sum + total.tax(), gross(taxed));
        BigDecimal exact =
                BigDecimal.valueOf(total.net()).multiply(number(percent)).movePointLeft(2);
        assertTrue(
                exact.subtract(BigDecimal.valueOf(total.tax())).abs().compareTo(number("0.63")) <= 0,
                () -> "tax " + total.tax() + " of " + total.net() + " at " + percent);
    }

    @Property
    @Tag("property")
    void partsOfALineCreditedOneByOneGiveBackExactlyTheLine(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 50_000) Long> parts,
            @ForAll @IntRange(min = 0, max = 30) int percent) {
        long gross = parts.stream().mapToLong(l -> l).sum();
        Taxed taxed = tax(true, Integer.toString(percent), gross);
        CreditableLine line = creditable(taxed).get(0);
        long net = 0;
        long tax = 0;
        for (long part : parts) {
            LineCredit credit = CreditPolicy.amount(
                            List.of(new CreditableLine(line.lineNo(), line.net(), line.tax(), net, tax)),
                            new Money(part, "EUR"))
                    .get(0);
            assertEquals(part, credit.net() + credit.tax());
            net += credit.net();
            tax += credit.tax();
        }
        assertEquals(line.net(), net);
        assertEquals(line.tax(), tax);
    }

    private static Taxed tax(boolean inclusive, String percent, long... amounts) {
        List<TaxRate> rates = List.of(new TaxRate("", number(percent)));
        return TaxCalculator.calculate(LongStream.of(amounts)
                .mapToObj(amount -> new Taxable("standard", rates, inclusive, false, amount))
                .toList());
    }

    private static long gross(Taxed taxed) {
        return taxed.lines().stream().mapToLong(TaxCalculator.TaxedLine::gross).sum();
    }

    private static List<CreditableLine> creditable(Taxed taxed) {
        return IntStream.range(0, taxed.lines().size())
                .mapToObj(i -> new CreditableLine(
                        i + 1, taxed.lines().get(i).net(), taxed.lines().get(i).tax(), 0, 0))
                .toList();
    }
}
