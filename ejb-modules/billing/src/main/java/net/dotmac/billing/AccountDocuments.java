package net.dotmac.billing;

import net.dotmac.billing.domain.EInvoiceFormat;
import net.dotmac.billing.domain.ElectronicAddress;
import net.dotmac.kernel.DomainException;

/**
 * How an account wants its documents. Public bodies refuse an invoice without their reference.
 *
 * @param buyerReference BT-10, up to 100 characters, or null; e-invoices then name the account's number
 * @param purchaseOrder BT-13, number of the buyer's order, up to 100 characters, or null
 * @param electronicAddressScheme of the code list EAS, e.g. 0204, or null
 * @param electronicAddress where e-invoices reach the buyer within the scheme; null for his e-mail address
 * @param eInvoice what the invoice mail brings: {@code none}, {@code facturX}, {@code ubl} or {@code cii}; null for the tenant's way
 */
public record AccountDocuments(
        String buyerReference,
        String purchaseOrder,
        String electronicAddressScheme,
        String electronicAddress,
        String eInvoice) {

    /** The spelling for a mail that brings the PDF alone. */
    public static final String NO_E_INVOICE = "none";

    /** What an account starts with. */
    public static final AccountDocuments USUAL = new AccountDocuments(null, null, null, null, null);

    private static final int LONGEST = 100;

    /**
     * The same as it may be kept: blanks for null, the address checked.
     *
     * @throws DomainException {@code invalid-value} naming the attribute
     */
    public AccountDocuments checked() {
        ElectronicAddress address = ElectronicAddress.of(electronicAddressScheme, electronicAddress);
        return new AccountDocuments(
                text("buyerReference", buyerReference),
                text("purchaseOrder", purchaseOrder),
                address == null ? null : address.scheme(),
                address == null ? null : address.id(),
                format("eInvoice", eInvoice));
    }

    private static String text(String attribute, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.strip().length() > LONGEST) {
            throw DomainException.invalid(
                    attribute, "Expected at most " + LONGEST + " characters for " + attribute + ".");
        }
        return value.strip();
    }

    /** @return null for nothing, else {@code none} or a format's spelling */
    static String format(String attribute, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return value.equalsIgnoreCase(NO_E_INVOICE)
                ? NO_E_INVOICE
                : EInvoiceFormat.ofWire(attribute, value).wire();
    }
}
