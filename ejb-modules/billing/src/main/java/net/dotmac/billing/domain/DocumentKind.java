package net.dotmac.billing.domain;

/** What a document is; each kind has its own series of numbers. */
public enum DocumentKind {
    INVOICE("invoice"),
    /** Gives money back; its amounts are negative. */
    CREDIT_NOTE("creditNote");

    private final String wire;

    DocumentKind(String wire) {
        this.wire = wire;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    public static DocumentKind ofWire(String wire) {
        for (DocumentKind kind : values()) {
            if (kind.wire.equals(wire)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("expected invoice or creditNote, found " + wire);
    }
}
