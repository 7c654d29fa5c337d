package net.dotmac.customers;

/** What sort of buyer a customer is; {@link #wire()} is its spelling outside and in the database. */
public enum CustomerKind {
    HOUSEHOLD("household"),
    BUSINESS("business"),
    PUBLIC_BODY("publicBody");

    private final String wire;

    CustomerKind(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException for an unknown spelling */
    public static CustomerKind ofWire(String wire) {
        for (CustomerKind kind : values()) {
            if (kind.wire.equals(wire)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("expected household, business or publicBody, found " + wire);
    }
}
