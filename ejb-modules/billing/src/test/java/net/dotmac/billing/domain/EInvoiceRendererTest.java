package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.day;
import static net.dotmac.billing.domain.Samples.number;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.dotmac.billing.BillingProblem;
import net.dotmac.billing.domain.EInvoiceSamples.Sample;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.DomainException;
import net.dotmac.platform.Seller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EInvoiceRendererTest {

    static IntStream twenty() {
        return IntStream.range(0, 20);
    }

    static IntStream twoHundred() {
        return IntStream.range(20, 220);
    }

    @ParameterizedTest
    @MethodSource("twenty")
    void keepsTheRules(int seed) throws IOException {
        check(seed);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("twoHundred")
    void keepsTheRulesWhateverIsOnTheDocument(int seed) throws IOException {
        check(seed);
    }

    private static void check(int seed) throws IOException {
        Sample sample = EInvoiceSamples.of(seed);
        boolean isCreditNote = sample.document().kind() == DocumentKind.CREDIT_NOTE;
        for (EInvoiceFormat format : List.of(EInvoiceFormat.UBL, EInvoiceFormat.CII)) {
            byte[] xml = EInvoiceRenderer.render(sample.document(), sample.terms(), format);
            keepToLookAt(seed + format.ending(), xml);
            assertEquals(
                    List.of(),
                    EInvoiceRules.broken(format, isCreditNote, xml),
                    () -> format + " of seed " + seed + "\n" + new String(xml, StandardCharsets.UTF_8));
            assertArrayEquals(xml, EInvoiceRenderer.render(sample.document(), sample.terms(), format));
        }
    }

    /** The rules are asked in earnest: each of these faults is one that some rule forbids. */
    @ParameterizedTest
    @CsvSource({
        "UBL, <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>, ''",
        "UBL, <cbc:Percent>19</cbc:Percent>, <cbc:Percent>9</cbc:Percent>",
        "UBL, unitCode=\"C62\", unitCode=\"piece\"",
        "UBL, <cbc:PayableAmount currencyID=\"EUR\">, <cbc:PayableAmount currencyID=\"EUR\">1",
        "CII, <ram:GrandTotalAmount>, <ram:GrandTotalAmount>1",
        "CII, <ram:CategoryCode>S</ram:CategoryCode>, <ram:CategoryCode>Z</ram:CategoryCode>"
    })
    void aFaultIsFound(EInvoiceFormat format, String right, String wrong) {
        Sample sample = new Sample(document("DE123456789", "DE", "EUR", TaxTreatment.STANDARD), EInvoiceTerms.NONE);
        String xml =
                new String(EInvoiceRenderer.render(sample.document(), sample.terms(), format), StandardCharsets.UTF_8);
        assertEquals(List.of(), EInvoiceRules.broken(format, false, xml.getBytes(StandardCharsets.UTF_8)));
        assertTrue(xml.contains(right), xml);
        byte[] broken = xml.replace(right, wrong).getBytes(StandardCharsets.UTF_8);
        assertFalse(EInvoiceRules.broken(format, false, broken).isEmpty(), right);
    }

    @ParameterizedTest
    @CsvSource({
        ", DE, EUR, STANDARD, the seller's VAT id was missing",
        "123456789, DE, EUR, STANDARD, does not begin with a country's code",
        "DE123456789, XX, EUR, STANDARD, the buyer's country is not known",
        "DE123456789, DE, KWD, STANDARD, KWD has more",
        "DE123456789, FR, EUR, REVERSE_CHARGE, which reverse charge needs"
    })
    void whatCannotBeSaidIsRefusedWithItsReason(
            String vatId, String country, String currency, TaxTreatment treatment, String reason) {
        InvoiceDocument document = document(vatId, country, currency, treatment);
        for (EInvoiceFormat format : EInvoiceFormat.values()) {
            DomainException refused = assertThrows(
                    DomainException.class, () -> EInvoiceRenderer.render(document, EInvoiceTerms.NONE, format));
            assertEquals(BillingProblem.E_INVOICE_NOT_POSSIBLE, refused.problem());
            assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        }
    }

    @Test
    void severalJurisdictionsOnALineAreRefused() {
        InvoiceDocument one = document("DE123456789", "DE", "EUR", TaxTreatment.STANDARD);
        InvoiceDocument several = new InvoiceDocument(
                one.kind(),
                one.number(),
                null,
                one.issuedOn(),
                one.dueOn(),
                one.accountNumber(),
                one.seller(),
                one.buyer(),
                one.currency(),
                one.treatment(),
                one.lines(),
                List.of(
                        new TaxTotal("sales", "state", number("6"), number("8"), 1000, 60),
                        new TaxTotal("sales", "city", number("2"), number("8"), 1000, 20)));
        DomainException refused = assertThrows(
                DomainException.class, () -> EInvoiceRenderer.render(several, EInvoiceTerms.NONE, EInvoiceFormat.UBL));
        assertTrue(refused.getMessage().contains("several jurisdictions"), refused.getMessage());
    }

    @Test
    void saysWhoPaysWhatWhereTheRulesLookForIt() {
        InvoiceDocument document = document("DE 123 456 789", "DE", "EUR", TaxTreatment.STANDARD);
        EInvoiceTerms terms = new EInvoiceTerms(
                "04011000-12345-34", "PO-77", null, ElectronicAddress.of("0204", "04011000-12345-34"), null);
        String xml = new String(EInvoiceRenderer.render(document, terms, EInvoiceFormat.UBL), StandardCharsets.UTF_8);
        for (String expected : List.of(
                "<cbc:BuyerReference>04011000-12345-34</cbc:BuyerReference>",
                "<cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>",
                "<cbc:EndpointID schemeID=\"EM\">rechnung@nordlicht.example</cbc:EndpointID>",
                "<cbc:EndpointID schemeID=\"0204\">04011000-12345-34</cbc:EndpointID>",
                "<cbc:CompanyID>DE123456789</cbc:CompanyID>",
                "<cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>",
                "<cbc:ID>DE02120300000000202051</cbc:ID>",
                "<cbc:StartDate>2027-05-01</cbc:StartDate><cbc:EndDate>2027-05-31</cbc:EndDate>",
                "<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>")) {
            assertTrue(xml.contains(expected), () -> "no " + expected + " in\n" + xml);
        }
    }

    private static InvoiceDocument document(String vatId, String country, String currency, TaxTreatment treatment) {
        return new InvoiceDocument(
                DocumentKind.INVOICE,
                "RE2027-000007",
                null,
                day("2027-06-01"),
                day("2027-06-15"),
                "A-20017",
                new Seller(
                        "Nordlicht Netz GmbH",
                        "Hafenstraße 12",
                        "20457",
                        "Hamburg",
                        "DE",
                        vatId,
                        "rechnung@nordlicht.example",
                        "+49 40 123456",
                        "DE02 1203 0000 0000 2020 51"),
                new BillTo(
                        new UUID(0, 1),
                        "K-1",
                        "Anna Müller",
                        new PostalAddress("Hauptstraße 1", "10115", "Berlin", country),
                        null,
                        null,
                        "de"),
                currency,
                treatment,
                List.of(new InvoiceDocument.Line(
                        LineKind.RECURRING,
                        "Glasfaser 1000",
                        new BillingPeriod(day("2027-05-01"), day("2027-06-01")),
                        number("1"),
                        number("29.9"),
                        0,
                        2990,
                        treatment == TaxTreatment.STANDARD ? 568 : 0,
                        number(treatment == TaxTreatment.STANDARD ? "19" : "0"),
                        false,
                        null)),
                List.of());
    }

    /** Files are for eyes too: the build leaves them to look at. */
    private static void keepToLookAt(String name, byte[] content) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "documents", "e-invoices"));
        Files.write(folder.resolve(name), content);
    }
}
