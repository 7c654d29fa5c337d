package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.DayChoice;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.TrialBalance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteOffTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-05-01");

    private final BillingWorld world = new BillingWorld();
    private final WriteOffService writeOffs = world.service(WriteOffService.class);
    private final InvoiceService invoices = world.service(InvoiceService.class);
    private final LedgerService ledger = world.service(LedgerService.class);
    private final BillingAccountDetails account = world.account(1);
    private InvoiceDetails invoice;

    @BeforeEach
    void issue() {
        world.monthly(account, "100.00", "2027-05-01");
        world.bill("2027-05-01");
        invoice = world.invoices().get(0);
    }

    @Test
    void whatIsGivenUpIsOpenNoMoreAndItsTaxIsClaimedBack() {
        WriteOffDetails made = writeOff(null, true);
        assertEquals("INV-00000001/W1", made.reference());
        assertEquals(12_000, made.amountMinor());
        assertEquals(2_000, made.taxMinor());
        assertEquals("settled", world.call(() -> invoices.get(invoice.id())).state());
        assertEquals(10_000, balance(LedgerAccount.WRITE_OFF));
        assertEquals(0, balance(LedgerAccount.TAX_PAYABLE));
        assertEquals(0, balance(LedgerAccount.RECEIVABLES));
        assertEquals(0, balance(LedgerAccount.CUSTOMER_CREDIT));
        assertTrue(world.isLedgerBalanced());
        TaxReport report =
                world.call(() -> world.service(TaxReportService.class).report(TODAY, TODAY));
        assertEquals(
                List.of("document 10000 2000", "writeOff -10000 -2000"),
                report.rows().stream()
                        .map(row -> row.basis() + " " + row.netMinor() + " " + row.taxMinor())
                        .toList());
        assertEquals(0, report.ties().get(0).differenceMinor());
    }

    @Test
    void withoutReliefTheTaxIsLostToo() {
        writeOff(null, false);
        assertEquals(12_000, balance(LedgerAccount.WRITE_OFF));
        assertEquals(-2_000, balance(LedgerAccount.TAX_PAYABLE));
        TaxReport report =
                world.call(() -> world.service(TaxReportService.class).report(TODAY, TODAY));
        assertEquals(1, report.rows().size());
        assertEquals(0, report.ties().get(0).differenceMinor());
    }

    @Test
    void partsOfAWriteOffAndOfItsRecoverySumToItsTaxExactly() {
        credit("0.07");
        for (String part : List.of("0.01", "33.33", "0.05", "50.00")) {
            writeOff(part, true);
        }
        WriteOffDetails last = writeOff(null, true);
        long taxes = list().stream().mapToLong(WriteOffDetails::taxMinor).sum();
        assertEquals(2_000 - 1, taxes, "0.07 credited has 0.01 of tax");
        assertEquals(0, balance(LedgerAccount.TAX_PAYABLE));
        for (String part : List.of("0.01", "11.11", "0.02")) {
            recover(last.id(), part);
        }
        recover(last.id(), null);
        assertEquals(
                last.taxMinor(),
                list().stream()
                        .filter(WriteOffDetails::isRecovery)
                        .mapToLong(WriteOffDetails::taxMinor)
                        .sum());
        assertEquals(
                0,
                list().stream()
                        .filter(each -> each.id().equals(last.id()))
                        .findFirst()
                        .orElseThrow()
                        .leftMinor());
        assertTrue(world.isLedgerBalanced());
    }

    @Test
    void moneyThatComesAfterAllSettlesTheRecovery() {
        WriteOffDetails made = writeOff(null, true);
        world.run(() -> pay("50.00"));
        assertEquals(-5_000, balance(LedgerAccount.CUSTOMER_CREDIT));
        WriteOffDetails back = recover(made.id(), "50.00");
        assertEquals("INV-00000001/R1", back.reference());
        assertEquals(0, back.leftMinor(), "paid at once");
        assertEquals(833, back.taxMinor());
        assertEquals(0, balance(LedgerAccount.CUSTOMER_CREDIT));
        assertEquals(-833, balance(LedgerAccount.TAX_PAYABLE));
        assertEquals(10_000 - 4_167, balance(LedgerAccount.WRITE_OFF));
        assertEquals(7_000, list().get(0).leftMinor());
        DomainException refused = assertThrows(DomainException.class, () -> recover(made.id(), "70.01"));
        assertEquals(BillingProblem.RECOVERY_EXCEEDS_WRITE_OFF, refused.problem());
        assertThrows(DomainException.class, () -> recover(back.id(), "1.00"));
    }

    @Test
    void creditOfTheAccountIsUsedBeforeAnythingIsGivenUp() {
        world.run(
                () -> ledger.bookPayment(Ids.next(), account.id(), Money.of("20.00", "EUR"), TODAY, DayChoice.CHOSEN));
        assertEquals(10_000, writeOff(null, true).amountMinor());
        assertEquals(0, balance(LedgerAccount.CUSTOMER_CREDIT));
    }

    @Test
    void noMoreThanIsOpenIsGivenUpAndTwoAtOnceGiveItUpOnce() throws Exception {
        world.run(() -> pay("100.00"));
        DomainException refused = assertThrows(DomainException.class, () -> writeOff("20.01", true));
        assertEquals(BillingProblem.WRITE_OFF_EXCEEDS_OPEN, refused.problem());
        Callable<WriteOffDetails> all = () -> writeOff(null, true);
        ExecutorService two = Executors.newFixedThreadPool(2);
        int done = 0;
        try {
            for (Future<WriteOffDetails> each : two.invokeAll(List.of(all, all))) {
                try {
                    assertEquals(2_000, each.get().amountMinor());
                    done++;
                } catch (ExecutionException e) {
                    assertEquals(BillingProblem.WRITE_OFF_EXCEEDS_OPEN, ((DomainException) e.getCause()).problem());
                }
            }
        } finally {
            two.shutdown();
        }
        assertEquals(1, done);
        assertTrue(world.isLedgerBalanced());
    }

    @Test
    void whatWasGivenUpCantBeCreditedToo() {
        WriteOffDetails made = writeOff("100.00", true);
        DomainException refused = assertThrows(DomainException.class, () -> credit("20.01"));
        assertEquals(BillingProblem.CREDIT_EXCEEDS_INVOICE, refused.problem());
        credit("20.00");
        recover(made.id(), null);
        credit("100.00");
        assertEquals(0, balance(LedgerAccount.TAX_PAYABLE));
        assertEquals(0, balance(LedgerAccount.RECEIVABLES));
        assertTrue(world.isLedgerBalanced());
    }

    @Test
    void anInvoiceThatNobodyHasHasNoList() {
        assertEquals(List.of(), list());
        DomainException unknown = assertThrows(DomainException.class, () -> world.call(() -> writeOffs.of(Ids.next())));
        assertEquals("not-found", unknown.problem().slug());
    }

    @Test
    void itNeedsAReasonAndTheCurrencyOfTheDocument() {
        assertEquals(
                "reason",
                assertThrows(DomainException.class, () -> call(new WriteOffRequest(null, true, " ")))
                        .attribute());
        assertEquals(
                "amount",
                assertThrows(
                                DomainException.class,
                                () -> call(new WriteOffRequest(Money.of("1", "NZD"), true, "insolvent")))
                        .attribute());
        assertEquals(
                "amount",
                assertThrows(
                                DomainException.class,
                                () -> call(new WriteOffRequest(Money.of("-1", "EUR"), true, "insolvent")))
                        .attribute());
    }

    private WriteOffDetails writeOff(String amount, boolean relief) {
        return call(new WriteOffRequest(amount == null ? null : Money.of(amount, "EUR"), relief, "insolvent"));
    }

    private WriteOffDetails call(WriteOffRequest request) {
        return world.call(() -> writeOffs.writeOff(invoice.id(), request));
    }

    private WriteOffDetails recover(UUID id, String amount) {
        Money money = amount == null ? null : Money.of(amount, "EUR");
        return world.call(() -> writeOffs.recover(id, new WriteOffRequest(money, true, "has paid")));
    }

    private List<WriteOffDetails> list() {
        return world.call(() -> writeOffs.of(invoice.id()));
    }

    private void credit(String amount) {
        world.call(() -> invoices.credit(invoice.id(), CreditRequest.ofAmount(Money.of(amount, "EUR"), "goodwill")));
    }

    private void pay(String amount) {
        ledger.bookPayment(Ids.next(), account.id(), Money.of(amount, "EUR"), TODAY, DayChoice.CHOSEN);
        ledger.settle(account.id(), null, TODAY);
    }

    private long balance(LedgerAccount which) {
        TrialBalance trial = world.call(() -> ledger.trialBalance(TODAY));
        return trial.accounts().stream()
                .filter(row -> row.account() == which)
                .mapToLong(TrialBalance.Row::balanceMinor)
                .sum();
    }
}
