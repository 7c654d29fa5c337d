package net.dotmac.billing.domain;

/** What happens to usage that comes after its period was billed; {@link #wire()} is its spelling in the database. */
public enum LateUsagePolicy {
    /** It counts in the next period that is billed, on top of that period's own usage. */
    NEXT_PERIOD("nextPeriod"),
    /** Its own period is rated anew, and the difference to what was charged is charged or given back. */
    RERATE("rerate");

    private final String wire;

    LateUsagePolicy(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException for a spelling that is not known */
    public static LateUsagePolicy ofWire(String wire) {
        for (LateUsagePolicy policy : values()) {
            if (policy.wire.equals(wire)) {
                return policy;
            }
        }
        throw new IllegalArgumentException("expected nextPeriod or rerate, found " + wire);
    }
}
