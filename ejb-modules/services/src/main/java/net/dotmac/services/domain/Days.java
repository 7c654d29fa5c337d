package net.dotmac.services.domain;

import java.time.LocalDate;

/**
 * Some days on end, perhaps without end, perhaps none.
 *
 * @param from the first
 * @param to the day after the last, or null
 */
public record Days(LocalDate from, LocalDate to) {

    public boolean isEmpty() {
        return to != null && !to.isAfter(from);
    }

    /** Those of them before a day; all of them for null. */
    public Days before(LocalDate day) {
        return day == null || (to != null && !to.isAfter(day)) ? this : new Days(from, day);
    }

    /** Those of them from a day on. */
    public Days since(LocalDate day) {
        return day.isAfter(from) ? new Days(day, to) : this;
    }
}
