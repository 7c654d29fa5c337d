package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.ChargePeriod.Alignment;
import net.dotmac.catalog.ChargePeriod.Timing;
import net.dotmac.catalog.ChargePeriod.Unit;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.SubscriptionItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days a recurring price is charged for, and when. */
class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        // length and unit, alignment, anchor, cycle day, day, first and end of its period
        "1 month, start, 2027-01-31, 1, 2027-02-28, 2027-02-28, 2027-03-31",
        "1 month, start, 2028-01-31, 1, 2028-02-29, 2028-02-29, 2028-03-31",
        "1 month, 31, 2027-01-10, 1, 2027-01-10, 2026-12-31, 2027-01-31",
        "1 month, 31, 2027-01-10, 1, 2027-03-01, 2027-02-28, 2027-03-31",
        "1 month, 15, 2027-02-20, 1, 2027-05-14, 2027-04-15, 2027-05-15",
        "3 month, start, 2026-11-30, 1, 2027-01-01, 2026-11-30, 2027-02-28",
        "3 month, start, 2027-11-30, 1, 2028-03-01, 2028-02-29, 2028-05-30",
        "3 month, cycle, 2027-02-10, 5, 2027-02-10, 2027-02-05, 2027-05-05",
        "1 year, 31, 2027-02-10, 5, 2028-03-01, 2028-01-31, 2029-01-31",
        "1 year, start, 2028-02-29, 1, 2029-03-01, 2029-02-28, 2030-02-28",
        "10 day, start, 2027-01-01, 1, 2027-01-31, 2027-01-31, 2027-02-10",
        "2 week, start, 2027-01-01, 1, 2026-12-31, 2026-12-18, 2027-01-01"
    })
    void aDayLiesInOnePeriod(
            String every, String alignment, String anchor, int cycleDay, String at, String start, String end) {
        String[] words = every.split(" ");
        ChargePeriod period = new ChargePeriod(
                Unit.ofWire(words[1]), Integer.parseInt(words[0]), Timing.ADVANCE, Alignment.of(alignment));
        assertEquals(new BillingPeriod(day(start), day(end)), period.containing(day(at), day(anchor), cycleDay));
    }

    @Test
    void daysAndWeeksHaveNoDayOfTheMonth() {
        assertThrows(
                IllegalArgumentException.class, () -> new ChargePeriod(Unit.DAY, 10, Timing.ADVANCE, Alignment.CYCLE));
    }

    @Test
    void inArrearsAPeriodIsChargedOnceItIsServed() {
        ChargePeriod afterwards = new ChargePeriod(Unit.MONTH, 1, Timing.ARREARS, Alignment.CYCLE);
        SubscriptionItem item = Samples.item(Samples.every(afterwards, "31"), "2027-01-11", null);
        Samples.Builder account = new Samples.Builder(1, "2027-01-01", item);
        assertEquals(List.of(), lines(account, "2027-01-01"));
        assertEquals(List.of("2027-01-11 2027-02-01 2100 2027-01-31"), lines(account, "2027-02-01"));
        account.items(Samples.ended(item, "2027-02-15"));
        assertEquals(List.of("2027-02-01 2027-02-15 1550 2027-02-14"), lines(account, "2027-03-01"));
        assertEquals(List.of(), lines(account, "2027-04-01"));
    }

    @Test
    void inArrearsAnEndThatIsDatedBackGivesBackWhatWasCharged() {
        ChargePeriod afterwards = new ChargePeriod(Unit.MONTH, 1, Timing.ARREARS, Alignment.CYCLE);
        SubscriptionItem item = Samples.item(Samples.every(afterwards, "31"), "2027-01-01", null);
        Samples.Builder account = new Samples.Builder(1, "2027-02-01", item);
        assertEquals(List.of("2027-01-01 2027-02-01 3100 2027-01-31"), lines(account, "2027-02-01"));
        account.items(Samples.ended(item, "2027-01-21"));
        assertEquals(List.of("2027-01-21 2027-02-01 -1100 2027-01-31"), lines(account, "2027-03-01"));
    }

    private static List<String> lines(Samples.Builder account, String through) {
        InvoiceDraft draft = InvoiceCalculator.calculate(account.build(), day(through), Samples.RATES)
                .get(0);
        account.billed(draft);
        return draft instanceof Billable billable
                ? billable.lines().stream()
                        .map(line -> line.charge().period().start() + " "
                                + line.charge().period().end() + " " + line.net() + " "
                                + line.charge().taxPoint())
                        .toList()
                : List.of();
    }
}
