package net.dotmac.ledger;

import java.time.YearMonth;

/**
 * What stands on deferred revenue as of a month's end, beside what the documents say should stand there.
 *
 * @param bookedMinor the account's balance, credit positive
 * @param unservedMinor the unserved parts of all lines issued until then
 */
public record DeferredRevenue(YearMonth month, String currency, long bookedMinor, long unservedMinor) {

    /** What recognising the month would still move; 0 once it was. */
    public long differenceMinor() {
        return Math.subtractExact(unservedMinor, bookedMinor);
    }
}
