package net.dotmac.billing.domain;

/** How an account is taxed. */
public enum TaxTreatment {
    /** At the rates of the categories. */
    STANDARD("standard"),
    /** Not at all, by a certificate of exemption; the tax inside an inclusive price is taken out. */
    EXEMPT("exempt"),
    /** Not at all, for the buyer accounts for the tax himself; as exempt, and the document says so. */
    REVERSE_CHARGE("reverseCharge");

    private final String wire;

    TaxTreatment(String wire) {
        this.wire = wire;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException for another spelling */
    public static TaxTreatment ofWire(String wire) {
        for (TaxTreatment treatment : values()) {
            if (treatment.wire.equals(wire)) {
                return treatment;
            }
        }
        throw new IllegalArgumentException("expected standard, exempt or reverseCharge, found " + wire);
    }
}
