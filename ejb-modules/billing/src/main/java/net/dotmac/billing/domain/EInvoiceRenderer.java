package net.dotmac.billing.domain;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import com.helger.diagnostics.error.list.ErrorList;
import com.helger.en16931.cii2ubl.CIIToUBL21Converter;
import com.helger.en16931.cii2ubl.EUBLCreationMode;
import com.helger.ubl21.UBL21Marshaller;
import java.io.Serializable;
import java.util.List;
import net.dotmac.kernel.DomainException;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;

/**
 * Renders a document as an e-invoice. CII is written from the document, and UBL from the CII by the mapping that EN 16931
 * defines between the two, so that both say the same. Equal documents give equal bytes.
 */
public final class EInvoiceRenderer {

    static final String PEPPOL_CUSTOMIZATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    static final String PEPPOL_PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    private EInvoiceRenderer() {}

    /** @throws DomainException {@code einvoice-not-possible} naming everything that stands against it */
    public static byte[] render(InvoiceDocument document, EInvoiceTerms terms, EInvoiceFormat format) {
        EInvoice invoice = EInvoiceCalculator.of(document, terms);
        return switch (format) {
            case UBL -> ubl(invoice);
            case CII -> cii(CiiInvoice.of(invoice), invoice.number());
            case FACTUR_X -> InvoicePdfRenderer.render(document, cii(CiiInvoice.of(invoice), invoice.number()));
        };
    }

    /** Everything that stands against an e-invoice of the document, in words for people; empty if nothing does. */
    public static List<String> obstacles(InvoiceDocument document, EInvoiceTerms terms) {
        return EInvoiceCalculator.obstacles(document, terms);
    }

    private static byte[] cii(CrossIndustryInvoiceType cii, String number) {
        // Its own schema is not asked again: the tests ask it and all rules, and asking takes ten times as long as
        // writing.
        return written(
                new CIID16BCrossIndustryInvoiceTypeMarshaller()
                        .setUseSchema(false)
                        .getAsBytes(cii),
                number);
    }

    private static byte[] ubl(EInvoice invoice) {
        boolean isForPeppol = EInvoicePolicy.isForPeppol(invoice.seller(), invoice.buyer());
        ErrorList errors = new ErrorList();
        Serializable ubl = new CIIToUBL21Converter()
                .setUBLCreationMode(
                        invoice.typeCode().equals("381") ? EUBLCreationMode.CREDIT_NOTE : EUBLCreationMode.INVOICE)
                .setCustomizationID(isForPeppol ? PEPPOL_CUSTOMIZATION : CiiInvoice.GUIDELINE)
                .setProfileID(PEPPOL_PROFILE)
                .setDefaultOrderRefID("")
                .convertCIItoUBL(CiiInvoice.of(invoice), errors);
        if (ubl == null || errors.containsAtLeastOneError()) {
            throw new IllegalStateException(
                    "The document " + invoice.number() + " could not be written as UBL: " + errors.getAllErrors());
        }
        byte[] bytes = ubl instanceof CreditNoteType note
                ? UBL21Marshaller.creditNote().setUseSchema(false).getAsBytes(note)
                : UBL21Marshaller.invoice().setUseSchema(false).getAsBytes((InvoiceType) ubl);
        return written(bytes, invoice.number());
    }

    private static byte[] written(byte[] bytes, String number) {
        if (bytes == null) {
            throw new IllegalStateException("The document " + number + " could not be written as XML");
        }
        return bytes;
    }
}
