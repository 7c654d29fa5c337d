package net.dotmac.services;

/** Why access to a product is locked. Each lock goes by itself: a payment lifts the one for being overdue and no other. */
public enum LockReason {
    OVERDUE("overdue", true, true),
    FAIR_USE("fairUse", true, true),
    PREPAID("prepaid", false, true),
    FRAUD("fraud", true, true),
    /** The customer wants a pause. */
    CUSTOMER("customer", false, true),
    STAFF("staff", true, true),
    /** We can't serve: nothing is locked, but the days are given back. */
    OUTAGE("outage", false, false);

    private final String wire;
    private final boolean billed;
    private final boolean locksAccess;

    LockReason(String wire, boolean billed, boolean locksAccess) {
        this.wire = wire;
        this.billed = billed;
        this.locksAccess = locksAccess;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    /** Whether its days are billed where the tenant has no policy of his own. */
    public boolean isBilledUsually() {
        return billed;
    }

    public boolean locksAccess() {
        return locksAccess;
    }

    /** @throws IllegalArgumentException for an unknown spelling */
    public static LockReason ofWire(String wire) {
        for (LockReason reason : values()) {
            if (reason.wire.equals(wire)) {
                return reason;
            }
        }
        throw new IllegalArgumentException(
                "expected overdue, fairUse, prepaid, fraud, customer, staff or outage, found " + wire);
    }
}
