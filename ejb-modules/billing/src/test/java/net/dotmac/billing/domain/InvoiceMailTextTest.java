package net.dotmac.billing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.customers.BillTo;
import net.dotmac.platform.Seller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceMailTextTest {

    private static final Seller SELLER = new Seller(
            "Nordlicht\r\nBcc: eve@example.org",
            "Hafenstraße 12",
            "20457",
            "Hamburg",
            "DE",
            null,
            "info@nordlicht.example",
            null,
            "DE02 1203 0000 0000 2020 51");

    @ParameterizedTest
    @CsvSource({
        "en, Invoice INV-7 from, 'Dear Anna Berger,', Kind regards",
        "de, Rechnung INV-7 von, 'Guten Tag Anna Berger,', Mit freundlichen Grüßen",
        "fr, Facture INV-7 de, 'Bonjour Anna Berger,', Cordialement",
        "ja, Invoice INV-7 from, 'Dear Anna Berger,', Kind regards"
    })
    void speaksTheBuyersLanguage(String language, String subject, String greeting, String closing) {
        InvoiceMail mail = mail(DocumentKind.INVOICE, language, 5000);
        assertTrue(mail.subject().startsWith(subject), mail.subject());
        assertTrue(mail.text().startsWith(greeting), mail.text());
        assertTrue(mail.text().contains(closing), mail.text());
        assertTrue(mail.text().contains("DE02 1203 0000 0000 2020 51"), mail.text());
    }

    @Test
    void aNameBeginsNoHeaderOfItsOwn() {
        String subject = mail(DocumentKind.INVOICE, "en", 5000).subject();
        assertFalse(subject.contains("\n") || subject.contains("\r"), subject);
    }

    @Test
    void asksForNoMoneyThatIsNotOwed() {
        assertFalse(mail(DocumentKind.INVOICE, "en", 0).text().contains("Please pay"));
        String note = mail(DocumentKind.CREDIT_NOTE, "en", -5000).text();
        assertFalse(note.contains("Please pay"), note);
        assertTrue(note.contains("credit note INV-7"), note);
    }

    @Test
    void triesSoonAtFirstAndStopsAfterADay() {
        Instant first = Instant.parse("2027-03-01T10:00:00Z");
        Duration day = Duration.ofHours(24);
        assertEquals(Optional.of(first.plusSeconds(60)), DeliveryPolicy.nextTry(1, first, first, day));
        assertEquals(Optional.of(first.plusSeconds(40 * 60)), DeliveryPolicy.nextTry(6, first, first, day));
        assertEquals(Optional.of(first.plusSeconds(60 * 60)), DeliveryPolicy.nextTry(70, first, first, day));
        assertEquals(
                Optional.empty(),
                DeliveryPolicy.nextTry(
                        24, first, first.plus(Duration.ofHours(23)).plusSeconds(1), day));
    }

    private static InvoiceMail mail(DocumentKind kind, String language, long openMinor) {
        BillTo buyer = new BillTo(UUID.randomUUID(), "C-1", "Anna Berger", null, "a@example.org", null, language);
        return InvoiceMail.of(
                new InvoiceMail.Summary(
                        kind, "INV-7", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 15), "EUR", openMinor),
                SELLER,
                buyer);
    }
}
