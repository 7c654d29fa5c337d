package net.dotmac.catalog;

/** When a price is charged; {@link #wire()} is the spelling of TMF620 and of the database. */
public enum PriceType {
    RECURRING("recurring"),
    ONE_TIME("oneTime"),
    USAGE("usage");

    private final String wire;

    PriceType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException for a spelling that TMF620 does not know */
    public static PriceType ofWire(String wire) {
        for (PriceType type : values()) {
            if (type.wire.equals(wire)) {
                return type;
            }
        }
        throw new IllegalArgumentException("expected recurring, oneTime or usage, found " + wire);
    }
}
