package net.dotmac.ledger;

/** What the other side can import. */
public enum ExportFormat {
    /** DATEV's EXTF, format 700, Buchungsstapel in version 13: a row for each booking. */
    DATEV("datev"),
    /** QuickBooks Online's journal entries: one journal a day. */
    QUICK_BOOKS("quickBooks"),
    /** Xero's manual journals: one journal a day, for it takes 300 lines a file. */
    XERO("xero");

    private final String wire;

    ExportFormat(String wire) {
        this.wire = wire;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    public static ExportFormat ofWire(String wire) {
        for (ExportFormat format : values()) {
            if (format.wire.equals(wire)) {
                return format;
            }
        }
        throw new IllegalArgumentException("no export format " + wire);
    }
}
