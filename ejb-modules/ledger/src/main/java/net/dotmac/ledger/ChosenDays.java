package net.dotmac.ledger;

/** What becomes of a day that a person chose and that lies in a closed month. */
public enum ChosenDays {
    REFUSE("refuse"),
    FORWARD("forward");

    private final String wire;

    ChosenDays(String wire) {
        this.wire = wire;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    public static ChosenDays ofWire(String wire) {
        for (ChosenDays each : values()) {
            if (each.wire.equals(wire)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no policy " + wire);
    }
}
