package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.day;
import static net.dotmac.billing.domain.Samples.number;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.domain.Charge.MeasuredUsage;
import net.dotmac.billing.domain.InvoiceDocument.Line;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.platform.Seller;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicePdfRendererTest {

    private static final Seller SELLER = new Seller(
            "Nordlicht Netz GmbH",
            "Hafenstraße 12",
            "20457",
            "Hamburg",
            "DE",
            "DE123456789",
            "rechnung@nordlicht.example",
            "+49 40 123456",
            "DE02 1203 0000 0000 2020 51");

    @Test
    void saysWhatABuyerNeedsToPay() throws IOException {
        String text = text(InvoicePdfRenderer.render(document("de", "Jürgen Größler", 2)));
        for (String expected : List.of(
                "Rechnung R-2027-000123",
                "Jürgen Größler",
                "01.05.2027 – 31.05.2027",
                "1.179,99",
                "650 GB verbraucht, 500 GB enthalten",
                "Rabatt -10,00",
                "Umsatzsteuer 19 %",
                "Bitte zahlen Sie",
                "DE02 1203 0000 0000 2020 51",
                "Seite 1 von 1")) {
            assertTrue(text.contains(expected), () -> "no '" + expected + "' in\n" + text);
        }
    }

    @Test
    void speaksTheBuyersLanguageOrEnglish() throws IOException {
        assertTrue(text(InvoicePdfRenderer.render(document("fr", "Zoë", 2))).contains("Facture R-2027-000123"));
        assertTrue(text(InvoicePdfRenderer.render(document("en", "Zoë", 2))).contains("Please pay"));
        assertTrue(text(InvoicePdfRenderer.render(document("sw", "Zoë", 2))).contains("Please pay"));
        assertTrue(text(InvoicePdfRenderer.render(document(null, "Zoë", 2))).contains("Please pay"));
        assertTrue(text(InvoicePdfRenderer.render(document("no such tag!", "Zoë", 2)))
                .contains("Please pay"));
    }

    @Test
    void carriesTheTotalOverPageBreaks() throws IOException {
        byte[] pdf = InvoicePdfRenderer.render(document("en", "Long Bill Ltd", 60));
        String text = text(pdf);
        assertTrue(text.contains("Carried forward") && text.contains("Brought forward"), text);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertTrue(read.getNumberOfPages() >= 3);
            assertTrue(text.contains("Page 3 of " + read.getNumberOfPages()));
        }
        keepToLookAt("long.pdf", pdf);
        keepToLookAt("de.pdf", InvoicePdfRenderer.render(document("de", "Jürgen Größler", 2)));
        keepToLookAt("fr.pdf", InvoicePdfRenderer.render(document("fr", "Café de l’Œuvre SARL", 4)));
    }

    @Test
    void anyNameCanBePrinted() throws IOException {
        String hostile = "名前 \u0000\n<script>\ud83e\udd84 " + "W".repeat(500);
        String text = text(InvoicePdfRenderer.render(document("en", hostile, 1)));
        assertTrue(text.contains("名前") && text.contains("<script>□"), text);
    }

    /** What a reader's program copies out of the document is the name as it was written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "上海网络有限公司",
                "臺灣電信",
                "さくらインターネット",
                "Ольга Петренко-Їжак",
                "Γιώργος Παπαδόπουλος",
                "דוד כהן",
                "محمد علي",
                "Nguyễn Thị Ánh",
                "Արմեն Սարգսյան",
                "გიორგი",
                "Łukasz Żółć"
            })
    void namesStandInTheirOwnScript(String name) throws IOException {
        byte[] pdf = InvoicePdfRenderer.render(document("en", name, 1));
        String text = text(pdf);
        assertTrue(text.contains(name), text);
        assertTrue(!text.contains("?") && !text.contains("□"), text);
        assertTrue(pdf.length < 80_000, "only the characters used are embedded, found " + pdf.length);
    }

    @ParameterizedTest
    @CsvSource({"김민준, gimminjun", "สมชาย, smchay", "राम, rama"})
    void whatNoFontHasStandsInLatinLetters(String name, String latin) throws IOException {
        String text = text(InvoicePdfRenderer.render(document("en", name + " KG", 1)));
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        assertTrue(plain.contains(latin + " KG"), text);
    }

    @Test
    void aNameFromRightToLeftKeepsItsNumbers() throws IOException {
        byte[] pdf = InvoicePdfRenderer.render(document("en", "شركة 24 (نت)", 1));
        keepToLookAt("arabic.pdf", pdf);
        assertTrue(text(pdf).contains("24"));
    }

    @Test
    void equalDocumentsGiveEqualBytes() {
        InvoiceDocument document = document("de", "Jürgen Größler", 40);
        assertArrayEquals(InvoicePdfRenderer.render(document), InvoicePdfRenderer.render(document));
    }

    @Test
    void countsWhatItShows() {
        InvoiceDocument document = document("de", "A", 2);
        assertEquals(document.net() + document.tax(), document.gross());
    }

    private static InvoiceDocument document(String language, String name, int lines) {
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            BillingPeriod may = new BillingPeriod(day("2027-05-01"), day("2027-06-01"));
            boolean isUsage = i % 2 == 1;
            long net = isUsage ? 7500 : 117_999;
            all.add(new Line(
                    isUsage ? LineKind.USAGE : LineKind.RECURRING,
                    isUsage ? "Fibre 1000 – Datenvolumen" : "Glasfaser 1000 Business mit fester Adresse und Service",
                    may,
                    number(isUsage ? "150" : "1"),
                    number(isUsage ? "0.5" : "1189.99"),
                    isUsage ? 0 : 1000,
                    net,
                    net * 19 / 100,
                    number("19"),
                    false,
                    isUsage ? new MeasuredUsage(number("650"), number("500"), "GB") : null));
        }
        BillTo buyer = new BillTo(
                UUID.randomUUID(),
                "K-10042",
                name,
                new PostalAddress("Rue de la Paix 7", "75002", "Paris", "FR"),
                "a@example.org",
                "FR40303265045",
                language);
        return new InvoiceDocument(
                DocumentKind.INVOICE,
                "R-2027-000123",
                null,
                day("2027-05-01"),
                day("2027-05-15"),
                "A-20017",
                SELLER,
                buyer,
                "EUR",
                TaxTreatment.STANDARD,
                all,
                List.of());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replace('\u00a0', ' ');
        }
    }

    /** Documents are for eyes: the build leaves a few to look at. */
    private static void keepToLookAt(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name), pdf);
    }
}
