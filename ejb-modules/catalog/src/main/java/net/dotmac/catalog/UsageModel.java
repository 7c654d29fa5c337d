package net.dotmac.catalog;

/** How the units over the allowance are priced; {@link #wire()} is the spelling on interfaces and in the database. */
public enum UsageModel {
    /** Each unit at the price of the tier it falls in; with one tier, a flat price. */
    GRADUATED("graduated"),
    /** All units at the price of the tier that their sum reaches. */
    VOLUME("volume"),
    /** A price for each package that is begun. */
    PACKAGE("package");

    private final String wire;

    UsageModel(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException for a spelling that is not known */
    public static UsageModel ofWire(String wire) {
        for (UsageModel model : values()) {
            if (model.wire.equals(wire)) {
                return model;
            }
        }
        throw new IllegalArgumentException("expected graduated, volume or package, found " + wire);
    }
}
