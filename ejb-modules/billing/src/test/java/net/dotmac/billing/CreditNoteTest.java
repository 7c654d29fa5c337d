package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import org.junit.jupiter.api.Test;

class CreditNoteTest {

    private final BillingWorld world = new BillingWorld();
    private final InvoiceService invoices = world.service(InvoiceService.class);
    private final DocumentService documents = world.service(DocumentService.class);

    @Test
    void creditNotesOfSingleLinesSumExactlyToTheInvoice() {
        InvoiceDetails invoice = invoice("19.99", "19.99", "19.99");
        assertEquals(5997, invoice.netMinor());
        assertEquals(1199, invoice.taxMinor());
        assertEquals(7196, invoice.grossMinor());
        long net = 0;
        long tax = 0;
        for (int line = 1; line <= 3; line++) {
            Set<Integer> lines = Set.of(line);
            InvoiceDetails note =
                    world.call(() -> invoices.credit(invoice.id(), CreditRequest.ofLines(lines, "outage")));
            net += note.netMinor();
            tax += note.taxMinor();
        }
        assertEquals(-5997, net);
        assertEquals(-1199, tax);
        assertEquals("settled", world.call(() -> invoices.get(invoice.id())).state());
        assertEquals(List.of(1L, 2L, 3L), world.sequences("creditNote"));
        assertTrue(world.isLedgerBalanced());
        assertThrows(
                DomainException.class,
                () -> world.run(() -> invoices.credit(invoice.id(), CreditRequest.whole("again"))));
    }

    @Test
    void aCreditIsNeverMoreThanIsLeft() {
        InvoiceDetails invoice = invoice("41.67");
        assertEquals(5000, invoice.grossMinor());
        credit(invoice, "15.00");
        credit(invoice, "10.00");
        assertEquals(2500, world.call(() -> invoices.get(invoice.id())).openMinor());
        DomainException refused = assertThrows(DomainException.class, () -> credit(invoice, "25.01"));
        assertEquals(BillingProblem.CREDIT_EXCEEDS_INVOICE, refused.problem());
        credit(invoice, "25.00");
        assertEquals("settled", world.call(() -> invoices.get(invoice.id())).state());
        assertEquals(
                0, world.invoices().stream().mapToLong(InvoiceDetails::netMinor).sum());
        assertEquals(
                0, world.invoices().stream().mapToLong(InvoiceDetails::taxMinor).sum());
        assertTrue(world.isLedgerBalanced());
    }

    @Test
    void aCreditNoteCannotBeCreditedAndTheCurrencyMustFit() {
        InvoiceDetails invoice = invoice("10");
        InvoiceDetails note = credit(invoice, "1.00");
        assertThrows(DomainException.class, () -> credit(note, "1.00"));
        assertThrows(
                DomainException.class,
                () -> world.run(() ->
                        invoices.credit(invoice.id(), CreditRequest.ofAmount(Money.of("1", "NZD"), "wrong currency"))));
        assertThrows(
                DomainException.class, () -> world.run(() -> invoices.credit(invoice.id(), CreditRequest.whole(" "))));
    }

    @Test
    void theFileIsRenderedOnceAndStaysAsItIs() {
        InvoiceDetails invoice = invoice("10");
        InvoiceFile first = world.call(() -> documents.pdf(invoice.id()));
        InvoiceFile second = world.call(() -> documents.pdf(invoice.id()));
        assertEquals("INV-00000001.pdf", first.name());
        assertEquals(64, first.sha256().length());
        assertEquals(first.sha256(), second.sha256());
        assertArrayEquals(first.content(), second.content());
        InvoiceDetails note = credit(invoice, "5.00");
        assertTrue(world.call(() -> documents.pdf(note.id())).content().length > 1000);
        assertEquals(2L, world.count("billing.document_file").get("billing.document_file"));
    }

    private InvoiceDetails credit(InvoiceDetails invoice, String amount) {
        return world.call(
                () -> invoices.credit(invoice.id(), CreditRequest.ofAmount(Money.of(amount, "EUR"), "goodwill")));
    }

    private InvoiceDetails invoice(String... prices) {
        BillingAccountDetails account = world.account(1);
        for (String price : prices) {
            world.monthly(account, price, "2027-05-01");
        }
        world.bill("2027-05-01");
        return world.invoices().get(0);
    }
}
