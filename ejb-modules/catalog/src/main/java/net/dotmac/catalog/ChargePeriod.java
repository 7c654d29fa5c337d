package net.dotmac.catalog;

import java.time.LocalDate;
import java.util.Locale;

/**
 * How often a recurring price falls due: every {@code length} units.
 *
 * @param unit day, week, month or year
 * @param length 1 to 120
 */
public record ChargePeriod(Unit unit, int length) {

    public static final ChargePeriod MONTHLY = new ChargePeriod(Unit.MONTH, 1);

    public ChargePeriod {
        if (length < 1 || length > 120) {
            throw new IllegalArgumentException("a charge period has 1 to 120 units, found " + length);
        }
    }

    /**
     * The n-th period boundary after an anchor. The anchor is kept: monthly from 31 January gives 28 February and 31 March,
     * for each boundary is counted from the anchor and not from the one before.
     *
     * @param anchor the day the first period starts
     * @param n 0 for the anchor itself; negative counts back
     */
    public LocalDate boundary(LocalDate anchor, long n) {
        long units = Math.multiplyExact(n, (long) length);
        return switch (unit) {
            case DAY -> anchor.plusDays(units);
            case WEEK -> anchor.plusWeeks(units);
            case MONTH -> anchor.plusMonths(units);
            case YEAR -> anchor.plusYears(units);
        };
    }

    /** Units of time, spelled in TMF620's {@code recurringChargePeriodType} as day, week, month, year. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@code month}, {@code monthly}, {@code MONTH}…; the same for day, week and year. */
        public static Unit ofWire(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "day", "days", "daily" -> DAY;
                case "week", "weeks", "weekly" -> WEEK;
                case "month", "months", "monthly" -> MONTH;
                case "year", "years", "yearly", "annual", "annually" -> YEAR;
                default -> throw new IllegalArgumentException("expected day, week, month or year, found " + text);
            };
        }
    }
}
