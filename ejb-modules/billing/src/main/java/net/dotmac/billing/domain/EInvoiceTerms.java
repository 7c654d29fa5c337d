package net.dotmac.billing.domain;

import java.time.LocalDate;

/**
 * What an e-invoice says beyond the document itself.
 *
 * @param buyerReference BT-10 as the buyer gave it, or null
 * @param purchaseOrder BT-13, number of the buyer's order, or null
 * @param seller where the seller is reached; null for his e-mail address
 * @param buyer where the buyer is reached; null for his e-mail address
 * @param correctedOn the day of the invoice that a credit note corrects, or null
 */
public record EInvoiceTerms(
        String buyerReference,
        String purchaseOrder,
        ElectronicAddress seller,
        ElectronicAddress buyer,
        LocalDate correctedOn) {

    public static final EInvoiceTerms NONE = new EInvoiceTerms(null, null, null, null, null);
}
