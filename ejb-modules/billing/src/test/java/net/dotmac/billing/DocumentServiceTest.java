package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentServiceTest {

    private final BillingWorld world = new BillingWorld();
    private final DocumentService documents = world.service(DocumentService.class);
    private final BillingAccountService accounts = world.service(BillingAccountService.class);
    private final InvoiceService invoices = world.service(InvoiceService.class);
    private final DocumentSettingsService settings = world.service(DocumentSettingsService.class);

    @Test
    void whatIsMissingIsNamedAndNothingIsKept() {
        InvoiceDetails invoice = invoice(AccountDocuments.USUAL);
        DomainException refused = assertThrows(DomainException.class, () -> eInvoice(invoice.id(), "ubl"));
        assertEquals(BillingProblem.E_INVOICE_NOT_POSSIBLE, refused.problem());
        assertTrue(refused.getMessage().contains("the seller's VAT id was missing"), refused.getMessage());
        assertEquals(
                1, world.call(() -> documents.eInvoiceObstacles(invoice.id())).size());
        assertEquals(0L, world.count("billing.document_file").get("billing.document_file"));
        DomainException unknown = assertThrows(DomainException.class, () -> eInvoice(invoice.id(), "docx"));
        assertEquals(CommonProblem.INVALID_VALUE, unknown.problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ubl", "cii", "facturX"})
    void aFileIsMadeOnceAndStaysAsItIs(String format) {
        germanSeller();
        InvoiceDetails invoice = invoice(AccountDocuments.USUAL);
        InvoiceFile first = world.call(() -> documents.eInvoice(invoice.id(), format));
        world.run(() -> settings.put(new DocumentSettings("ubl", "9930", "DE123456789")));
        InvoiceFile second = world.call(() -> documents.eInvoice(invoice.id(), format));
        assertTrue(first.name().startsWith("INV-00000001."), first.name());
        assertEquals(64, first.sha256().length());
        assertEquals(first.sha256(), second.sha256());
        assertArrayEquals(first.content(), second.content());
        assertEquals(1L, world.count("billing.document_file").get("billing.document_file"));
    }

    @Test
    void namesTheBuyersReferenceAsItWasAtTheIssue() {
        germanSeller();
        AccountDocuments asked = new AccountDocuments("04011000-12345-34", "PO-77", "0204", "04011000-12345-34", null);
        InvoiceDetails invoice = invoice(asked);
        world.run(() -> accounts.changeDocuments(
                invoice.billingAccountId(), new AccountDocuments("other", null, null, null, null), null));
        InvoiceDetails note = world.call(
                () -> invoices.credit(invoice.id(), CreditRequest.ofAmount(Money.of("5", "EUR"), "goodwill")));
        for (UUID id : List.of(invoice.id(), note.id())) {
            String xml = eInvoice(id, "ubl");
            assertTrue(xml.contains("<cbc:BuyerReference>04011000-12345-34</cbc:BuyerReference>"), xml);
            assertTrue(xml.contains("<cbc:ID>PO-77</cbc:ID>"), xml);
            assertTrue(xml.contains("<cbc:EndpointID schemeID=\"0204\">04011000-12345-34</cbc:EndpointID>"), xml);
        }
        String corrected = eInvoice(note.id(), "ubl");
        assertTrue(
                corrected.contains("<cac:InvoiceDocumentReference><cbc:ID>INV-00000001</cbc:ID>"
                        + "<cbc:IssueDate>2027-05-01</cbc:IssueDate></cac:InvoiceDocumentReference>"),
                corrected);
        assertTrue(corrected.contains("<cbc:PayableAmount currencyID=\"EUR\">5</cbc:PayableAmount>"), corrected);
    }

    @Test
    void thePdfOfAnAccountWithFacturXHasTheEInvoiceInside() throws IOException {
        germanSeller();
        InvoiceDetails invoice = invoice(new AccountDocuments(null, null, null, null, "facturx"));
        InvoiceFile pdf = world.call(() -> documents.pdf(invoice.id()));
        assertEquals("INV-00000001.pdf", pdf.name());
        assertTrue(hasXmlInside(pdf));
        assertArrayEquals(
                pdf.content(),
                world.call(() -> documents.eInvoice(invoice.id(), "facturX")).content());
        assertEquals(
                List.of("INV-00000001.pdf"),
                world.call(() -> documents.mailed(invoice.id())).stream()
                        .map(InvoiceFile::name)
                        .toList());
    }

    @Test
    void aPdfThatWasGivenOutStaysThePdf() throws IOException {
        germanSeller();
        InvoiceDetails invoice = invoice(AccountDocuments.USUAL);
        InvoiceFile before = world.call(() -> documents.pdf(invoice.id()));
        world.run(() -> settings.put(new DocumentSettings("facturX", null, null)));
        InvoiceFile after = world.call(() -> documents.pdf(invoice.id()));
        assertArrayEquals(before.content(), after.content());
        assertFalse(hasXmlInside(after));
        assertTrue(hasXmlInside(world.call(() -> documents.mailed(invoice.id())).get(0)));
    }

    @Test
    void theMailBringsWhatTheTenantChoseUnlessTheAccountSaysOtherwise() {
        germanSeller();
        world.run(() -> settings.put(new DocumentSettings("ubl", null, null)));
        InvoiceDetails usual = invoice(AccountDocuments.USUAL);
        assertEquals(
                List.of("INV-00000001.pdf", "INV-00000001.xml"),
                world.call(() -> documents.mailed(usual.id())).stream()
                        .map(InvoiceFile::name)
                        .toList());
        world.run(() -> accounts.changeDocuments(
                usual.billingAccountId(), new AccountDocuments(null, null, null, null, "none"), null));
        assertEquals(1, world.call(() -> documents.mailed(usual.id())).size());
    }

    /** A mail that can't bring the e-invoice brings the PDF: the buyer has to pay all the same. */
    @Test
    void theMailBringsThePdfWhereNoEInvoiceIsPossible() {
        for (String format : List.of("ubl", "facturX")) {
            world.run(() -> settings.put(new DocumentSettings(format, null, null)));
            InvoiceDetails invoice = invoice(AccountDocuments.USUAL);
            assertEquals(1, world.call(() -> documents.mailed(invoice.id())).size());
        }
    }

    @Test
    void anotherTenantFindsNothing() {
        germanSeller();
        InvoiceDetails invoice = invoice(AccountDocuments.USUAL);
        BillingWorld other = new BillingWorld();
        DomainException refused =
                assertThrows(DomainException.class, () -> other.call(() -> documents.eInvoice(invoice.id(), "ubl")));
        assertEquals(CommonProblem.NOT_FOUND, refused.problem());
    }

    @Test
    void badSettingsAreRefusedByName() {
        for (DocumentSettings bad : List.of(
                new DocumentSettings("fax", null, null),
                new DocumentSettings("ubl", "99", "x"),
                new DocumentSettings("ubl", "9930", null))) {
            assertThrows(DomainException.class, () -> world.run(() -> settings.put(bad)));
        }
        assertEquals("none", world.call(settings::get).eInvoice());
    }

    private void germanSeller() {
        world.seller("DE123456789", "billing@nordlicht.example", "DE02 1203 0000 0000 2020 51");
    }

    private InvoiceDetails invoice(AccountDocuments wishes) {
        BillingAccountDetails account = world.account(1);
        world.run(() -> accounts.changeDocuments(account.id(), wishes, account.version()));
        world.monthly(account, "41.67", "2027-05-01");
        world.bill("2027-05-01");
        return world.invoices().stream()
                .filter(invoice -> invoice.billingAccountId().equals(account.id()))
                .findFirst()
                .orElseThrow();
    }

    private String eInvoice(UUID id, String format) {
        return new String(world.call(() -> documents.eInvoice(id, format)).content(), StandardCharsets.UTF_8);
    }

    private static boolean hasXmlInside(InvoiceFile file) throws IOException {
        try (PDDocument read = Loader.loadPDF(file.content())) {
            return read.getDocumentCatalog().getNames() != null
                    && read.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .containsKey("factur-x.xml");
        }
    }
}
