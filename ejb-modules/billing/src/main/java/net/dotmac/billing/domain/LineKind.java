package net.dotmac.billing.domain;

/** What a line charges for; part of the key that keeps a charge from being made twice. */
public enum LineKind {
    /** A recurring price, in advance. */
    RECURRING("recurring"),
    /** What a recurring charge took for days after the item's end, given back. */
    RECURRING_CREDIT("recurringCredit"),
    ONE_TIME("oneTime"),
    /** Metered usage, in arrears. */
    USAGE("usage"),
    /** Usage of a period that was billed before it was known. */
    LATE_USAGE("lateUsage"),
    /** A single service by hand or by a rule, such as a reconnection; taxed as any other. */
    FEE("fee"),
    /** For paying late: damages, and so outside VAT. */
    LATE_FEE("lateFee"),
    /** Another loss that the buyer has to make good, such as what the bank took for a returned debit; outside VAT. */
    DAMAGES("damages");

    private final String wire;

    LineKind(String wire) {
        this.wire = wire;
    }

    /** Whether it pays for no supply, so that VAT knows nothing of it. */
    public boolean isOutsideVat() {
        return this == LATE_FEE || this == DAMAGES;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    public static LineKind ofWire(String wire) {
        for (LineKind kind : values()) {
            if (kind.wire.equals(wire)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no line kind " + wire);
    }
}
