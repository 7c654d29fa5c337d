package net.dotmac.prepaid;

import static net.dotmac.prepaid.HoldingIsp.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.InvoiceService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Problem;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerProblem;
import net.dotmac.payments.PaymentService;
import org.junit.jupiter.api.Test;

/** Deposits from asking to release, on a real database; the ledger ties after each step. */
class DepositTest {

    private static final LocalDate ASKED = LocalDate.of(2027, 1, 4);
    private static final LocalDate RELEASED = LocalDate.of(2027, 2, 28);

    private final HoldingIsp isp = new HoldingIsp();
    private final DepositService deposits = isp.service(DepositService.class);

    @Test
    void askingBooksNothingAndBearsNoTax() {
        DepositDetails asked = ask("100.00");
        assertEquals("asked", asked.state());
        assertEquals(0, isp.owed(LedgerAccount.DEPOSITS));
        assertEquals(0, isp.owed(LedgerAccount.RECEIVABLES));
        receive(asked.id(), "100.00");
        assertEquals(10_000, isp.owed(LedgerAccount.DEPOSITS));
        assertEquals(0, isp.owed(LedgerAccount.REVENUE));
        assertEquals(0, isp.owed(LedgerAccount.TAX_PAYABLE));
        assertEquals(-10_000, isp.owed(LedgerAccount.BANK));
        isp.assertBalanced();
    }

    @Test
    void moneyForADepositSettlesNoBill() {
        UUID bill = isp.owe("80.00", ASKED);
        UUID deposit = ask("100.00").id();
        assertEquals("partlyReceived", receive(deposit, "60.00").state());
        assertEquals("held", receive(deposit, "40.00").state());
        assertEquals(8_000, isp.open(bill));
        refused(PrepaidProblem.DEPOSIT_STATE, () -> receive(deposit, "0.01"));
        isp.assertBalanced();
    }

    @Test
    void noMoreComesInThanWasAskedFor() {
        UUID deposit = ask("100.00").id();
        refused(PrepaidProblem.DEPOSIT_EXCEEDED, () -> receive(deposit, "100.01"));
        assertEquals(0, isp.owed(LedgerAccount.BANK), "the payment was not recorded either");
    }

    @Test
    void aTransferThatLiesAsCreditIsAllotted() {
        UUID first = isp.pay("30.00");
        UUID second = isp.pay("90.00");
        UUID deposit = ask("100.00").id();
        refused(LedgerProblem.CREDIT_TOO_SMALL, () -> allot(deposit, "40.00", first));
        allot(deposit, "50.00", second);
        assertEquals(3_000, isp.open(first));
        assertEquals(4_000, isp.open(second));
        allot(deposit, "50.00", null);
        assertEquals(0, isp.open(first), "the oldest credit goes first");
        assertEquals(2_000, isp.open(second));
        assertEquals(10_000, isp.owed(LedgerAccount.DEPOSITS));
        assertEquals(2_000, isp.owed(LedgerAccount.CUSTOMER_CREDIT));
        isp.assertBalanced();
    }

    @Test
    void itIsSetOffAgainstOpenBillsAsFarAsTheyReach() {
        UUID deposit = held("100.00");
        HoldingIsp.moveTo(RELEASED);
        UUID old = isp.owe("50.00", LocalDate.of(2027, 2, 1));
        UUID named = isp.owe("20.00", LocalDate.of(2027, 2, 20));
        release(deposit, "setOff", "20.00", named);
        assertEquals(0, isp.open(named));
        assertEquals(5_000, isp.open(old));
        DepositDetails rest = release(deposit, "setOff", null, null);
        assertEquals(3_000, rest.heldMinor());
        assertEquals("held", rest.state());
        assertEquals(0, isp.open(old));
        refused(PrepaidProblem.NOTHING_TO_SET_OFF, () -> release(deposit, "setOff", null, null));
        assertEquals(3_000, isp.owed(LedgerAccount.DEPOSITS));
        assertEquals(10_000, isp.owed(LedgerAccount.DEPOSITS, RELEASED.minusDays(1)), "as of a past day");
        isp.assertBalanced();
    }

    @Test
    void whatIsTurnedIntoCreditIsThePaymentsAgain() {
        UUID deposit = ask("100.00").id();
        UUID payment = isp.pay("100.00");
        allot(deposit, "100.00", payment);
        HoldingIsp.moveTo(RELEASED);
        DepositDetails released = release(deposit, "credit", null, null);
        assertEquals("released", released.state());
        assertEquals(10_000, isp.payment(payment).creditMinor());
        assertEquals(0, isp.owed(LedgerAccount.DEPOSITS));
        isp.call(() -> isp.service(PaymentService.class).reverse(payment, "refunded"));
        assertEquals(0, isp.owed(LedgerAccount.CUSTOMER_CREDIT));
        isp.assertBalanced();
    }

    @Test
    void damagesAreAskedForOutsideVatAndPaidByTheDeposit() {
        UUID deposit = held("100.00");
        UUID bill = isp.owe("70.00", ASKED);
        HoldingIsp.moveTo(RELEASED);
        isp.call(() ->
                deposits.release(deposit, new DepositRelease("damages", eur("60.00"), null, "Router not returned")));
        DepositMovement kept = movements(deposit).get(1);
        assertEquals("damages", kept.kind());
        assertEquals(0, isp.open(kept.documentId()), "the debit note is paid");
        assertEquals(7_000, isp.open(bill), "and nothing else");
        assertEquals(
                0,
                isp.call(() -> isp.service(InvoiceService.class).get(kept.documentId()))
                        .taxMinor());
        assertEquals(4_000, isp.owed(LedgerAccount.DEPOSITS));
        assertEquals(0, isp.owed(LedgerAccount.TAX_PAYABLE));
        isp.assertBalanced();
    }

    @Test
    void neverMoreGoesOutThanIsHeld() throws Exception {
        UUID deposit = held("100.00");
        refused(PrepaidProblem.DEPOSIT_TOO_SMALL, () -> release(deposit, "credit", "100.01", null));
        assertEquals(1, isp.succeeded(() -> release(deposit, "credit", "60.00", null)), "four at once");
        assertEquals(4_000, isp.owed(LedgerAccount.DEPOSITS));
        isp.assertBalanced();
    }

    @Test
    void twoWhoReceiveAtOnceStayWithinWhatWasAsked() throws Exception {
        UUID deposit = ask("100.00").id();
        assertEquals(1, isp.succeeded(() -> receive(deposit, "60.00")));
        assertEquals(6_000, isp.owed(LedgerAccount.DEPOSITS));
        assertEquals(-6_000, isp.owed(LedgerAccount.BANK));
    }

    @Test
    void aPaymentWhoseMoneyIsHeldStaysUntilItIsFree() {
        UUID deposit = held("100.00");
        UUID payment = movements(deposit).get(0).documentId();
        refused(
                LedgerProblem.MONEY_IS_HELD,
                () -> isp.call(() -> isp.service(PaymentService.class).reverse(payment, "bounced")));
        release(deposit, "credit", null, null);
        isp.call(() -> isp.service(PaymentService.class).reverse(payment, "bounced"));
        assertEquals(0, isp.owed(LedgerAccount.BANK));
        isp.assertBalanced();
    }

    @Test
    void onlyWhatNobodyPaidIsCancelled() {
        UUID unpaid = ask("50.00").id();
        assertEquals("cancelled", isp.call(() -> deposits.cancel(unpaid)).state());
        refused(PrepaidProblem.DEPOSIT_STATE, () -> receive(unpaid, "50.00"));
        UUID paid = held("50.00");
        refused(PrepaidProblem.DEPOSIT_STATE, () -> isp.call(() -> deposits.cancel(paid)));
        assertEquals(
                1,
                isp.call(() -> deposits.list(Query.where(Filter.equal("state", "cancelled"))))
                        .total());
    }

    @Test
    void badInputIsRefusedByName() {
        UUID deposit = held("50.00");
        assertEquals("amount", attribute(() -> ask("0.00")));
        assertEquals("reason", attribute(() -> isp.call(() -> deposits.ask(isp.account, eur("1.00"), " "))));
        assertEquals("kind", attribute(() -> release(deposit, "burn", null, null)));
        assertEquals("amount", attribute(() -> release(deposit, "credit", "-1.00", null)));
        assertEquals("invoiceId", attribute(() -> release(deposit, "setOff", "1.00", Ids.next())));
        assertEquals("reason", attribute(() -> release(deposit, "damages", "1.00", null)));
        assertThrows(DomainException.class, () -> isp.call(() -> deposits.get(Ids.next())));
    }

    @Test
    void anotherTenantSeesNothing() {
        UUID deposit = held("50.00");
        HoldingIsp stranger = new HoldingIsp();
        assertThrows(DomainException.class, () -> stranger.call(() -> deposits.get(deposit)));
        assertThrows(
                DomainException.class,
                () -> stranger.call(
                        () -> deposits.release(deposit, new DepositRelease("credit", eur("1.00"), null, null))));
        assertEquals(List.of(), stranger.call(() -> deposits.heldOn(HoldingIsp.today())));
    }

    @Test
    void whatIsHeldIsToldByDayAndEachStepIsAnEvent() {
        UUID deposit = held("50.00");
        HoldingIsp.moveTo(RELEASED);
        release(deposit, "credit", "20.00", null);
        assertEquals(
                5_000,
                isp.call(() -> deposits.heldOn(RELEASED.minusDays(1))).get(0).heldMinor());
        assertEquals(3_000, isp.call(() -> deposits.heldOn(RELEASED)).get(0).heldMinor());
        assertEquals(3_000, isp.call(deposits::totals).get(0).heldMinor());
        for (String happened : List.of("asked", "received", "released")) {
            assertTrue(
                    HoldingIsp.EVENTS.stream()
                            .anyMatch(each -> each.startsWith("prepaid.deposits." + happened + ".v1")
                                    && each.contains(deposit.toString())),
                    happened);
        }
    }

    private DepositDetails ask(String amount) {
        return isp.call(() -> deposits.ask(isp.account, eur(amount), "No credit history"));
    }

    private DepositDetails receive(UUID id, String amount) {
        return isp.call(() -> deposits.receive(id, new DepositReceipt(eur(amount), "cash", null, null)));
    }

    private UUID held(String amount) {
        UUID id = ask(amount).id();
        receive(id, amount);
        return id;
    }

    private DepositDetails allot(UUID id, String amount, UUID payment) {
        return isp.call(() -> deposits.allot(id, eur(amount), payment));
    }

    private DepositDetails release(UUID id, String kind, String amount, UUID invoice) {
        return isp.call(() ->
                deposits.release(id, new DepositRelease(kind, amount == null ? null : eur(amount), invoice, null)));
    }

    private List<DepositMovement> movements(UUID id) {
        return isp.call(() -> deposits.movements(id));
    }

    private static void refused(Problem expected, Runnable work) {
        assertEquals(expected, assertThrows(DomainException.class, work::run).problem());
    }

    private static String attribute(Runnable work) {
        return assertThrows(DomainException.class, work::run).attribute();
    }
}
