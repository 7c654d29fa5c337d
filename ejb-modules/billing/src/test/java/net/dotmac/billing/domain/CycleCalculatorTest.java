package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.kernel.BillingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CycleCalculatorTest {

    @Test
    void keepsTheDayThroughShortMonths() {
        assertEquals(List.of(day("2027-02-28"), day("2027-03-31"), day("2027-04-30")), cycles(day("2027-01-31"), 31));
        assertEquals(List.of(day("2028-02-29"), day("2028-03-31"), day("2028-04-30")), cycles(day("2028-01-31"), 31));
    }

    @Test
    void quartersAreThreeCalendarMonthsOfTheirStart() {
        ChargePeriod quarter = new ChargePeriod(ChargePeriod.Unit.MONTH, 3);
        assertEquals(day("2027-02-28"), quarter.boundary(day("2026-11-30"), 1));
        assertEquals(day("2028-02-29"), quarter.boundary(day("2027-11-30"), 1));
        assertEquals(day("2027-05-30"), quarter.boundary(day("2026-11-30"), 2));
    }

    @Test
    void aCycleDateBeginsItsOwnCycle() {
        assertEquals(
                new BillingPeriod(day("2027-02-28"), day("2027-03-31")),
                CycleCalculator.containing(day("2027-02-28"), 31));
        assertEquals(
                new BillingPeriod(day("2027-01-31"), day("2027-02-28")),
                CycleCalculator.containing(day("2027-02-27"), 31));
        assertEquals(day("2027-01-31"), CycleCalculator.before(day("2027-02-28"), 31));
    }

    @Test
    void refusesADayNoMonthHas() {
        assertThrows(IllegalArgumentException.class, () -> CycleCalculator.after(day("2027-01-01"), 32));
        assertThrows(IllegalArgumentException.class, () -> CycleCalculator.after(day("2027-01-01"), 0));
    }

    @Property
    @Tag("property")
    void everyDayLiesInOneCycleThatMeetsItsNeighbours(
            @ForAll @IntRange(min = 0, max = 20_000) int offset, @ForAll @IntRange(min = 1, max = 31) int cycleDay) {
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(offset);
        BillingPeriod cycle = CycleCalculator.containing(day, cycleDay);
        assertTrue(cycle.contains(day));
        assertTrue(cycle.days() >= 28 && cycle.days() <= 31);
        assertEquals(
                cycle.end(), CycleCalculator.containing(cycle.end(), cycleDay).start());
        assertEquals(
                Math.min(cycleDay, cycle.start().lengthOfMonth()), cycle.start().getDayOfMonth());
    }

    private static List<LocalDate> cycles(LocalDate from, int cycleDay) {
        List<LocalDate> found = new ArrayList<>();
        LocalDate date = from;
        for (int i = 0; i < 3; i++) {
            date = CycleCalculator.after(date, cycleDay);
            found.add(date);
        }
        return found;
    }
}
