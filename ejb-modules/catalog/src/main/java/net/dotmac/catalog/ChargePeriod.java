package net.dotmac.catalog;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.dotmac.kernel.BillingPeriod;

/**
 * How often a recurring price falls due: every {@code length} units, before or after they are served, counted from a day of
 * its own or along the account's cycle.
 *
 * @param unit day, week, month or year
 * @param length 1 to 120
 * @param timing whether it is charged before or after the period
 * @param alignment where its periods begin; days and weeks always count from the start
 */
public record ChargePeriod(Unit unit, int length, Timing timing, Alignment alignment) {

    public static final ChargePeriod MONTHLY = new ChargePeriod(Unit.MONTH, 1);

    public ChargePeriod {
        if (length < 1 || length > 120) {
            throw new IllegalArgumentException("a charge period has 1 to 120 units, found " + length);
        }
        if (unit.isOfDays() && !alignment.equals(Alignment.START)) {
            throw new IllegalArgumentException(
                    "periods of days and weeks count from their start, found the alignment " + alignment.wire());
        }
    }

    /** In advance; every month along the account's cycle, anything else counted from the start. */
    public ChargePeriod(Unit unit, int length) {
        this(unit, length, Timing.ADVANCE, usual(unit, length));
    }

    /** Where periods begin unless told otherwise. */
    public static Alignment usual(Unit unit, int length) {
        return unit == Unit.MONTH && length == 1 ? Alignment.CYCLE : Alignment.START;
    }

    /**
     * The n-th period boundary after an anchor. The anchor is kept: monthly from 31 January gives 28 February and 31 March,
     * for each boundary is counted from the anchor and not from the one before.
     *
     * @param anchor the day the first period starts
     * @param n 0 for the anchor itself; negative counts back
     */
    public LocalDate boundary(LocalDate anchor, long n) {
        return boundary(anchor, anchor.getDayOfMonth(), n);
    }

    /**
     * The period that a day lies in.
     *
     * @param anchor the day that periods are counted from
     * @param cycleDay the account's cycle day, 1 to 31
     */
    public BillingPeriod containing(LocalDate day, LocalDate anchor, int cycleDay) {
        int dayOfMonth = unit.isOfDays() ? anchor.getDayOfMonth() : alignment.dayOfMonth(anchor, cycleDay);
        LocalDate first = unit.isOfDays() ? anchor : lastOn(dayOfMonth, anchor);
        long n = Math.floorDiv(unit.chrono.between(first, day), (long) length);
        while (boundary(first, dayOfMonth, n).isAfter(day)) {
            n--;
        }
        while (!boundary(first, dayOfMonth, n + 1).isAfter(day)) {
            n++;
        }
        return new BillingPeriod(boundary(first, dayOfMonth, n), boundary(first, dayOfMonth, n + 1));
    }

    private LocalDate boundary(LocalDate first, int dayOfMonth, long n) {
        long units = Math.multiplyExact(n, (long) length);
        return unit.isOfDays()
                ? first.plus(units, unit.chrono)
                : in(YearMonth.from(first).plus(units, unit.chrono), dayOfMonth);
    }

    /** The last day up to {@code day} that is the given one of its month, or the last of a month too short for it. */
    private static LocalDate lastOn(int dayOfMonth, LocalDate day) {
        LocalDate inMonth = in(YearMonth.from(day), dayOfMonth);
        return inMonth.isAfter(day) ? in(YearMonth.from(day).minusMonths(1), dayOfMonth) : inMonth;
    }

    private static LocalDate in(YearMonth month, int dayOfMonth) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    /** Whether a period is paid before it is served or after. */
    public enum Timing {
        ADVANCE,
        ARREARS;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException for anything but advance and arrears */
        public static Timing ofWire(String text) {
            return switch (text) {
                case "advance" -> ADVANCE;
                case "arrears" -> ARREARS;
                default -> throw new IllegalArgumentException("expected advance or arrears, found " + text);
            };
        }
    }

    /**
     * Where periods of months and years begin: with the account's cycle, on the day the product starts, or on a fixed day of
     * the month, which short months bring forward and don't change.
     *
     * @param wire {@code cycle}, {@code start}, or 1 to 31
     */
    public record Alignment(String wire) {

        public static final Alignment CYCLE = new Alignment("cycle");
        public static final Alignment START = new Alignment("start");

        public Alignment {
            if (!wire.equals("cycle") && !wire.equals("start") && !wire.matches("[1-9]|[12][0-9]|3[01]")) {
                throw new IllegalArgumentException("expected cycle, start or a day of 1 to 31, found " + wire);
            }
        }

        /** Without a new object for the two that nearly all prices have: billing reads them by the thousand. */
        public static Alignment of(String wire) {
            return switch (wire) {
                case "cycle" -> CYCLE;
                case "start" -> START;
                default -> new Alignment(wire);
            };
        }

        int dayOfMonth(LocalDate anchor, int cycleDay) {
            return switch (wire) {
                case "cycle" -> cycleDay;
                case "start" -> anchor.getDayOfMonth();
                default -> Integer.parseInt(wire);
            };
        }
    }

    /** Units of time, spelled in TMF620's {@code recurringChargePeriodType} as day, week, month, year. */
    public enum Unit {
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit chrono;

        Unit(ChronoUnit chrono) {
            this.chrono = chrono;
        }

        private boolean isOfDays() {
            return this == DAY || this == WEEK;
        }

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
