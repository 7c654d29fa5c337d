package net.dotmac.billing.domain;

/** What a document is; each kind has its own series of numbers. */
public enum DocumentKind {
    INVOICE("invoice"),
    /** Asks for more outside a billing run: a fee, or what an invoice asked too little. */
    DEBIT_NOTE("debitNote"),
    /** Gives money back; its amounts are negative. */
    CREDIT_NOTE("creditNote");

    private final String wire;

    DocumentKind(String wire) {
        this.wire = wire;
    }

    /** Whether it asks the buyer for money; otherwise it gives money back. */
    public boolean isDemand() {
        return this != CREDIT_NOTE;
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
        throw new IllegalArgumentException("expected invoice, debitNote or creditNote, found " + wire);
    }
}
