package net.dotmac.collections.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Tells business days: not Saturday, not Sunday, no holiday; or a day on which we work whatever day it is. */
public final class BusinessCalendar {

    /** No country has so many days off in a row; a calendar that has never ends. */
    private static final int SEARCH_AT_MOST = 1_000;

    private final Predicate<LocalDate> isOff;
    private final Predicate<LocalDate> isWorked;

    /**
     * @param isOff whether a weekday is off
     * @param isWorked whether we work on a day whatever day it is
     */
    public BusinessCalendar(Predicate<LocalDate> isOff, Predicate<LocalDate> isWorked) {
        this.isOff = isOff;
        this.isWorked = isWorked;
    }

    public boolean isBusinessDay(LocalDate day) {
        boolean isWeekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return isWorked.test(day) || (isWeekday && !isOff.test(day));
    }

    /** The day itself if it is a business day, otherwise the next that is. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        for (int i = 0; i < SEARCH_AT_MOST; i++) {
            if (isBusinessDay(found)) {
                return found;
            }
            found = found.plusDays(1);
        }
        throw new IllegalStateException("there is no business day within " + SEARCH_AT_MOST + " days after " + day);
    }

    /** The business day this many after a day; with 0, the day itself, whatever it is. */
    public LocalDate plusBusinessDays(LocalDate day, int days) {
        LocalDate found = day;
        for (int i = 0; i < days; i++) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }
}
