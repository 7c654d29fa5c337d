package net.dotmac.billing;

import net.dotmac.billing.domain.ElectronicAddress;
import net.dotmac.kernel.DomainException;

/**
 * The tenant's way with documents.
 *
 * @param eInvoice what an invoice mail brings unless the account says otherwise: {@code none}, {@code facturX}, {@code ubl} or
 *     {@code cii}
 * @param electronicAddressScheme of the code list EAS, e.g. 9930, or null
 * @param electronicAddress where the seller is reached within the scheme; null for his e-mail address
 */
public record DocumentSettings(String eInvoice, String electronicAddressScheme, String electronicAddress) {

    static final DocumentSettings USUAL = new DocumentSettings(AccountDocuments.NO_E_INVOICE, null, null);

    /** @throws DomainException {@code invalid-value} naming the attribute */
    DocumentSettings checked() {
        String format = AccountDocuments.format("eInvoice", eInvoice);
        ElectronicAddress address = ElectronicAddress.of(electronicAddressScheme, electronicAddress);
        return new DocumentSettings(
                format == null ? AccountDocuments.NO_E_INVOICE : format,
                address == null ? null : address.scheme(),
                address == null ? null : address.id());
    }
}
