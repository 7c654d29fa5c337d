package net.dotmac.billing.domain;

/** How far a document is settled: an invoice by what was paid or credited, a credit note by what it settled. */
public enum SettlementState {
    /** Nothing yet. */
    NEW("new"),
    PARTIALLY_PAID("partiallyPaid"),
    /** All of it; what amounts to nothing is settled from its issue. */
    SETTLED("settled");

    private final String wire;

    SettlementState(String wire) {
        this.wire = wire;
    }

    /** The spelling in the database and on interfaces, which is TMF678's. */
    public String wire() {
        return wire;
    }

    /**
     * @param amountMinor what the document came to, 0 or more
     * @param openMinor what is left of it, 0 to {@code amountMinor}
     */
    public static SettlementState of(long amountMinor, long openMinor) {
        if (openMinor == 0) {
            return SETTLED;
        }
        return openMinor == amountMinor ? NEW : PARTIALLY_PAID;
    }
}
