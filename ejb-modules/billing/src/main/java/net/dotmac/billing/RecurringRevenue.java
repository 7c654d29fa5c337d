package net.dotmac.billing;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * How the monthly recurring revenue went from one month's end to the next. Amounts are in minor units, without tax.
 *
 * @param bridges one a currency
 * @param movements one a customer and currency whose revenue changed, the largest change first
 */
public record RecurringRevenue(YearMonth month, List<Bridge> bridges, List<Movement> movements) {

    /** Why a customer's recurring revenue changed. */
    public enum Kind {
        /** He never had any. */
        NEW,
        /** He had some once, but none at the end of last month. */
        REACTIVATED,
        UP,
        DOWN,
        /** He has none any more. */
        CHURNED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The sums of a currency: {@code openingMinor} and the changes come to {@code closingMinor}, and so do the lines with what parts
     * them from it.
     *
     * @param downMinor 0 or less, as is {@code churnedMinor}
     * @param closingCustomers who have recurring revenue at the month's end
     * @param linesMinor net of the recurring lines that cover the month's last day
     * @param lines how many they are
     * @param partsMinor what those lines lack of whole months where they are for a part of one
     * @param otherPeriodsMinor what those of weeks, quarters, years… are in a month, less what they are
     */
    public record Bridge(
            String currency,
            long openingMinor,
            long newMinor,
            long reactivatedMinor,
            long upMinor,
            long downMinor,
            long churnedMinor,
            long closingMinor,
            long openingCustomers,
            long newCustomers,
            long reactivatedCustomers,
            long churnedCustomers,
            long closingCustomers,
            long linesMinor,
            long lines,
            long partsMinor,
            long otherPeriodsMinor) {}

    /** One customer's change. */
    public record Movement(UUID customerId, String currency, Kind kind, long openingMinor, long closingMinor) {

        public long changeMinor() {
            return Math.subtractExact(closingMinor, openingMinor);
        }
    }
}
