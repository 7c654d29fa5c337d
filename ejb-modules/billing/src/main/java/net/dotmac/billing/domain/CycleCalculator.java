package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import net.dotmac.kernel.BillingPeriod;

/**
 * The cycle dates of a billing account: once a month on its cycle day, on the last day of a month that is too short for it.
 * The day is kept, so 31 January is followed by 28 February and 31 March.
 */
public final class CycleCalculator {

    private CycleCalculator() {}

    /**
     * The cycle date in one month.
     *
     * @param cycleDay 1 to 31
     */
    public static LocalDate inMonth(YearMonth month, int cycleDay) {
        return month.atDay(Math.min(requireDay(cycleDay), month.lengthOfMonth()));
    }

    /** The first cycle date after a day. */
    public static LocalDate after(LocalDate day, int cycleDay) {
        YearMonth month = YearMonth.from(day);
        LocalDate inMonth = inMonth(month, cycleDay);
        return inMonth.isAfter(day) ? inMonth : inMonth(month.plusMonths(1), cycleDay);
    }

    /** The last cycle date before a day. */
    public static LocalDate before(LocalDate day, int cycleDay) {
        YearMonth month = YearMonth.from(day);
        LocalDate inMonth = inMonth(month, cycleDay);
        return inMonth.isBefore(day) ? inMonth : inMonth(month.minusMonths(1), cycleDay);
    }

    /** The cycle that a day belongs to, from one cycle date to the next. */
    public static BillingPeriod containing(LocalDate day, int cycleDay) {
        LocalDate end = after(day, cycleDay);
        return new BillingPeriod(before(end, cycleDay), end);
    }

    private static int requireDay(int cycleDay) {
        if (cycleDay < 1 || cycleDay > 31) {
            throw new IllegalArgumentException("a cycle day is 1 to 31, found " + cycleDay);
        }
        return cycleDay;
    }
}
