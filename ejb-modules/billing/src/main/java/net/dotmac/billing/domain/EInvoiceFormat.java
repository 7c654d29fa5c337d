package net.dotmac.billing.domain;

import net.dotmac.kernel.DomainException;

/** The forms an e-invoice of EN 16931 is given out in. */
public enum EInvoiceFormat {
    /** UBL 2.1; where both sides have a Peppol address, as Peppol BIS Billing 3 asks for it. */
    UBL("ubl", ".xml", "application/xml"),
    /** UN/CEFACT Cross Industry Invoice. */
    CII("cii", ".cii.xml", "application/xml"),
    /** The PDF for people, as PDF/A-3, with the CII inside: ZUGFeRD and Factur-X, profile EN 16931. */
    FACTUR_X("facturX", ".facturx.pdf", "application/pdf");

    private final String wire;
    private final String ending;
    private final String mediaType;

    EInvoiceFormat(String wire, String ending, String mediaType) {
        this.wire = wire;
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    /** What a file's name ends with, so that a document's files lie beside each other. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** @throws DomainException {@code invalid-value} for another spelling; capitals don't matter */
    public static EInvoiceFormat ofWire(String attribute, String wire) {
        for (EInvoiceFormat format : values()) {
            if (format.wire.equalsIgnoreCase(wire)) {
                return format;
            }
        }
        throw DomainException.invalid(attribute, "Found " + wire + ", expected ubl, cii or facturX.");
    }
}
