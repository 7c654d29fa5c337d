package net.dotmac.payments.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days on which banks are closed, as the European Central Bank publishes them. */
class TargetCalendarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01",
                "2027-03-26",
                "2027-03-29",
                "2026-05-01",
                "2026-12-25",
                "2025-12-26",
                "2024-03-29",
                "2026-04-03",
                "2026-04-06",
                "2038-04-23",
                "2038-04-26",
                "2027-05-22",
                "2027-05-23"
            })
    void banksAreClosed(String day) {
        assertFalse(TargetCalendar.isBusinessDay(LocalDate.parse(day)), day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-04", "2026-12-24", "2026-12-31", "2026-05-14", "2027-03-25", "2027-03-30"})
    void banksWork(String day) {
        assertTrue(TargetCalendar.isBusinessDay(LocalDate.parse(day)), day);
    }

    @Test
    void theNextDayLeapsOverChristmasAndNewYear() {
        assertEquals(LocalDate.of(2026, 12, 28), TargetCalendar.onOrAfter(LocalDate.of(2026, 12, 25)));
        assertEquals(LocalDate.of(2027, 1, 4), TargetCalendar.plus(LocalDate.of(2026, 12, 31), 1));
        assertEquals(LocalDate.of(2027, 3, 31), TargetCalendar.plus(LocalDate.of(2027, 3, 25), 2));
        assertEquals(LocalDate.of(2027, 3, 25), TargetCalendar.plus(LocalDate.of(2027, 3, 25), 0));
    }

    @Test
    void easterIsWhereTheChurchesHaveIt() {
        assertEquals(LocalDate.of(2008, 3, 23), TargetCalendar.easter(2008));
        assertEquals(LocalDate.of(2011, 4, 24), TargetCalendar.easter(2011));
        assertEquals(LocalDate.of(2038, 4, 25), TargetCalendar.easter(2038));
    }
}
