package net.dotmac.ledger;

/**
 * What happened on an account between two days.
 *
 * @param openingMinor debits less credits of all that came before
 * @param debitMinor between the days
 * @param creditMinor between the days
 */
public record AccountMovement(
        LedgerAccount account, String currency, long openingMinor, long debitMinor, long creditMinor) {

    /** Debits less credits by the end of the last day. */
    public long closingMinor() {
        return Math.subtractExact(Math.addExact(openingMinor, debitMinor), creditMinor);
    }
}
