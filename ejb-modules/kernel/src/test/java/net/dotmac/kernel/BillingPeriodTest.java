package net.dotmac.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BillingPeriodTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);

    @Test
    void holdsItsStartAndNotItsEnd() {
        BillingPeriod february = new BillingPeriod(DAY, DAY.plusMonths(1));
        assertEquals(28, february.days());
        assertTrue(february.contains(DAY));
        assertTrue(february.contains(LocalDate.of(2027, 2, 28)));
        assertFalse(february.contains(LocalDate.of(2027, 3, 1)));
        assertEquals(LocalDate.of(2027, 2, 28), february.lastDay());
    }

    @Test
    void refusesAnEmptyOrReversedPeriod() {
        assertThrows(IllegalArgumentException.class, () -> new BillingPeriod(DAY, DAY));
        assertThrows(IllegalArgumentException.class, () -> new BillingPeriod(DAY, DAY.minusDays(1)));
    }

    @Test
    void neighboursDoNotOverlap() {
        BillingPeriod first = new BillingPeriod(DAY, DAY.plusDays(10));
        BillingPeriod second = new BillingPeriod(DAY.plusDays(10), DAY.plusDays(20));
        assertFalse(first.overlaps(second));
        assertEquals(Optional.empty(), first.intersect(second));
    }

    @Property
    @Tag("property")
    void theSharedDaysAreThoseThatBothHold(
            @ForAll @IntRange(min = 0, max = 40) int startA,
            @ForAll @IntRange(min = 1, max = 40) int daysA,
            @ForAll @IntRange(min = 0, max = 40) int startB,
            @ForAll @IntRange(min = 1, max = 40) int daysB) {
        BillingPeriod a = new BillingPeriod(DAY.plusDays(startA), DAY.plusDays(startA + daysA));
        BillingPeriod b = new BillingPeriod(DAY.plusDays(startB), DAY.plusDays(startB + daysB));
        long counted = DAY.datesUntil(DAY.plusDays(100))
                .filter(day -> a.contains(day) && b.contains(day))
                .count();
        assertEquals(counted, a.intersect(b).map(BillingPeriod::days).orElse(0L));
        assertEquals(counted > 0, a.overlaps(b));
        assertEquals(a.intersect(b), b.intersect(a));
    }
}
