package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.DayChoice;
import net.dotmac.ledger.LedgerService;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DebitNoteTest {

    private final BillingWorld world = new BillingWorld();
    private final DebitNoteService debits = world.service(DebitNoteService.class);
    private final InvoiceService invoices = world.service(InvoiceService.class);
    private final DocumentService documents = world.service(DocumentService.class);
    private final BillingAccountDetails account = world.account(1);

    @Test
    void aFeeHasItsTaxAndALateFeeIsOutsideVat() {
        InvoiceDetails note = issue(
                Ids.next(),
                DebitLine.fee("Reconnection", Money.of("15.00", "EUR"), "standard", false),
                DebitLine.lateFee("Late payment", Money.of("5.00", "EUR")));
        assertEquals("debitNote", note.kind());
        assertEquals("DN-00000001", note.number());
        assertEquals(2000, note.netMinor());
        assertEquals(300, note.taxMinor());
        assertEquals(2300, note.openMinor());
        assertEquals(
                List.of("outside 0 500 0", "standard 20 1500 300"),
                world.call(() -> invoices.taxes(note.id())).stream()
                        .map(tax -> tax.category() + " " + tax.percent().toPlainString() + " " + tax.netMinor() + " "
                                + tax.taxMinor())
                        .sorted()
                        .toList());
        assertTrue(note.isOverdue(note.dueOn().plusDays(1)));
        assertTrue(world.isLedgerBalanced());
    }

    @Test
    void theSameSourceGetsOneNoteHoweverOftenItAsks() throws Exception {
        UUID source = Ids.next();
        Callable<UUID> ask = () -> world.call(() -> debits.issue(account.id(), lateFee(source)));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<UUID>> both = two.invokeAll(List.of(ask, ask));
            assertEquals(both.get(0).get(), both.get(1).get());
        } finally {
            two.shutdown();
        }
        assertEquals(ask.call(), ask.call());
        assertEquals(1, world.invoices().size());
        assertEquals(List.of(1L), world.sequences("debitNote"));
        assertNotEquals(ask.call(), world.call(() -> debits.issue(account.id(), lateFee(Ids.next()))));
    }

    @Test
    void aDebitNoteIsCreditedAsAnInvoiceIsAndDoesNotLessenWhatIsLeftOfTheInvoiceItCorrects() {
        world.monthly(account, "10.00", "2027-05-01");
        world.bill("2027-05-01");
        InvoiceDetails invoice = world.invoices().get(0);
        UUID id = world.call(() -> debits.issue(
                account.id(),
                new DebitNoteRequest(
                        null,
                        "The router was forgotten",
                        invoice.id(),
                        List.of(DebitLine.fee("Router", Money.of("24.00", "EUR"), "standard", true)))));
        InvoiceDetails note = world.call(() -> invoices.get(id));
        assertEquals(2000, note.netMinor());
        assertEquals(400, note.taxMinor());
        assertEquals(invoice.id(), note.correctsId());
        InvoiceDetails credit = world.call(() -> invoices.credit(invoice.id(), CreditRequest.whole("wrong plan")));
        assertEquals(-1200, credit.grossMinor());
        InvoiceDetails creditOfNote = world.call(() -> invoices.credit(note.id(), CreditRequest.whole("found it")));
        assertEquals(-2400, creditOfNote.grossMinor());
        assertEquals("settled", world.call(() -> invoices.get(note.id())).state());
        assertTrue(world.isLedgerBalanced());
    }

    @Test
    void moneyThatWaitsOnTheAccountPaysIt() {
        world.monthly(account, "100.00", "2027-05-01");
        world.bill("2027-05-01");
        InvoiceDetails invoice = world.invoices().get(0);
        world.run(() -> pay("123.50"));
        assertEquals("settled", world.call(() -> invoices.get(invoice.id())).state());
        assertEquals(
                150,
                issue(Ids.next(), DebitLine.lateFee("Late payment", Money.of("5.00", "EUR")))
                        .openMinor());
    }

    @Test
    void whatCantBeAskedForIsRefused() {
        assertRefused("amount", DebitLine.lateFee("Late payment", Money.of("0", "EUR")));
        assertRefused("amount", DebitLine.lateFee("Late payment", Money.of("5", "NZD")));
        assertRefused("taxCategory", DebitLine.fee("Visit", Money.of("5", "EUR"), null, false));
        assertRefused("taxCategory", DebitLine.fee("Visit", Money.of("5", "EUR"), "unheard-of", false));
        assertRefused("taxCategory", new DebitLine("lateFee", "Late payment", Money.of("5", "EUR"), "standard", false));
        assertRefused("kind", new DebitLine("recurring", "Line", Money.of("5", "EUR"), "standard", false));
        assertRefused("description", DebitLine.lateFee(" ", Money.of("5", "EUR")));
        DomainException empty = assertThrows(
                DomainException.class,
                () -> world.call(() -> debits.issue(account.id(), new DebitNoteRequest(null, "why", null, List.of()))));
        assertEquals("lines", empty.attribute());
        assertEquals(0, world.invoices().size());
    }

    @Test
    void theDocumentSaysThatItIsOutsideVat() throws IOException {
        InvoiceDetails note = issue(Ids.next(), DebitLine.lateFee("Late payment", Money.of("5.00", "EUR")));
        InvoiceFile pdf = world.call(() -> documents.pdf(note.id()));
        assertEquals("DN-00000001.pdf", pdf.name());
        String text;
        try (PDDocument read = Loader.loadPDF(pdf.content())) {
            text = new PDFTextStripper().getText(read).replace('\u00a0', ' ');
        }
        assertTrue(text.contains("Nachbelastung DN-00000001"), text);
        assertTrue(text.contains("Nicht steuerbar"), text);
    }

    private void pay(String amount) {
        LedgerService ledger = world.service(LedgerService.class);
        LocalDate day = LocalDate.parse("2027-05-02");
        ledger.bookPayment(Ids.next(), account.id(), Money.of(amount, "EUR"), day, DayChoice.CHOSEN);
        ledger.settle(account.id(), null, day);
    }

    private void assertRefused(String field, DebitLine line) {
        DomainException refused = assertThrows(DomainException.class, () -> issue(Ids.next(), line));
        assertEquals(field, refused.attribute());
    }

    private InvoiceDetails issue(UUID source, DebitLine... lines) {
        UUID id = world.call(
                () -> debits.issue(account.id(), new DebitNoteRequest(source, "paid late", null, List.of(lines))));
        return world.call(() -> invoices.get(id));
    }

    private static DebitNoteRequest lateFee(UUID source) {
        return new DebitNoteRequest(
                source, "paid late", null, List.of(DebitLine.lateFee("Late payment", Money.of("5.00", "EUR"))));
    }
}
