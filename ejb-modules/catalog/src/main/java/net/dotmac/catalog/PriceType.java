package net.dotmac.catalog;

/** When a price is charged; {@link #wire()} is the spelling of TMF620 and of the database. */
public enum PriceType {
    RECURRING("recurring"),
    /** When the product starts: set-up, hardware. */
    ONE_TIME("oneTime"),
    USAGE("usage"),
    /** When the product is ended, whenever that is. */
    CANCELLATION("cancellation"),
    /** When the product is ended before the commitment is over: once, or for each period of it that is begun and left. */
    PENALTY("penalty");

    private final String wire;

    PriceType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** Whether it is charged because a product ends, and lies ready until then. */
    public boolean isChargedAtEnd() {
        return this == CANCELLATION || this == PENALTY;
    }

    /** @throws IllegalArgumentException for a spelling that is not known */
    public static PriceType ofWire(String wire) {
        for (PriceType type : values()) {
            if (type.wire.equals(wire)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "expected recurring, oneTime, usage, cancellation or penalty, found " + wire);
    }
}
