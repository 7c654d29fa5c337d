package net.dotmac.collections;

/** What a step of dunning does. */
public enum DunningAction {
    /** Writes to the customer. */
    NOTICE("notice"),
    /** Charges for paying late. */
    LATE_FEE("lateFee"),
    /** Asks networking by an event to slow the customer down; nothing is locked. */
    THROTTLE("throttle"),
    /** Locks the account's products for being overdue. */
    SUSPEND("suspend"),
    /** Puts the account before a person, who orders the end of its products: what ends can't be called back. */
    TERMINATE("terminate");

    private final String wire;

    DunningAction(String wire) {
        this.wire = wire;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException for an unknown spelling */
    public static DunningAction ofWire(String wire) {
        for (DunningAction action : values()) {
            if (action.wire.equals(wire)) {
                return action;
            }
        }
        throw new IllegalArgumentException("expected notice, lateFee, throttle, suspend or terminate, found " + wire);
    }
}
