package net.dotmac.payments;

import static net.dotmac.payments.DirectDebitWorld.OTHER_IBAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.payments.domain.CamtFile;
import net.dotmac.payments.domain.SepaSchemas;
import net.dotmac.payments.domain.StatusFile;
import org.junit.jupiter.api.Test;

/** Credit is paid back once, by two persons, and comes back where the bank could not pay it. */
class PayoutServiceTest {

    private final DirectDebitWorld world = new DirectDebitWorld(false);
    private final UUID account = world.account("Anna Müller", "EUR");

    @Test
    void whatIsOwedComesBeforeWhatIsPaidBack() {
        PaymentDetails payment = world.pay(account, "100.00", "p1");
        UUID invoice = world.invoice(account, "30.00", "2027-05-01");
        assertEquals("amount", refused("70.01").attribute());
        PayoutDetails payout = request("70.00", "k1");
        assertEquals("requested", payout.state());
        assertEquals("AT61 … 3201", payout.iban());
        assertEquals(0, world.open(invoice));
        assertEquals(0, world.credit(account));
        PaymentDetails after = world.call(() -> world.payments.get(payment.id()));
        assertEquals(7_000, after.paidOutMinor());
        assertEquals(0, after.creditMinor());
        assertEquals(List.of(new PaymentDetails.Allocation(invoice, 3_000)), after.allocations());
        assertEquals(-7_000, world.balance(LedgerAccount.PAYOUTS));
        assertEquals(payout, request("70.00", "k1"), "the same key again");
        assertEquals(
                PaymentProblem.DIFFERS,
                assertThrows(DomainException.class, () -> request("69.00", "k1"))
                        .problem());
        assertTrue(world.isBalanced());
    }

    @Test
    void creditIsSpentOnceHoweverManyAskAtOnce() throws Exception {
        world.pay(account, "100.00", "p1");
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            work.add(() -> {
                try {
                    request("60.00", null);
                    return true;
                } catch (DomainException e) {
                    return false;
                }
            });
        }
        assertEquals(1, atOnce(work).stream().filter(each -> each).count());
        assertEquals(4_000, world.credit(account));
        assertTrue(world.isBalanced());
    }

    @Test
    void nobodyApprovesHisOwn() throws SQLException {
        world.pay(account, "100.00", "p1");
        PayoutDetails payout = request("40.00", null);
        assertEquals(
                PaymentProblem.NEEDS_OTHER,
                assertThrows(DomainException.class, () -> world.call(() -> world.payouts.approve(payout.id())))
                        .problem());
        try (Connection superuser = DirectDebitWorld.superuser();
                Statement statement = superuser.createStatement()) {
            SQLException broken = assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("update payments.payout set state = 'approved', "
                            + "approved_by = requested_by where id = '" + payout.id() + "'"));
            assertEquals("23514", broken.getSQLState());
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate(
                            "update payments.payout set state = 'paid' where id = '" + payout.id() + "'"));
        }
        assertEquals("approved", approve(payout).state());
        assertThrows(DomainException.class, () -> approve(payout), "twice");
        assertEquals(
                1,
                DirectDebitWorld.count(
                        DirectDebitWorld.AUDIT, "payout.approved", payout.id().toString()));
    }

    @Test
    void aFileIsValidAndSettledAsOneOnce() throws Exception {
        world.pay(account, "100.00", "p1");
        PayoutDetails one = approve(request("40.00", null));
        PayoutDetails two = approve(request("25.50", null));
        request("1.00", null);
        assertEquals(
                "executeOn",
                assertThrows(
                                DomainException.class,
                                () -> world.call(() -> world.payoutBatches.create(LocalDate.of(2027, 5, 22))))
                        .attribute(),
                "a Saturday");
        PayoutBatchDetails batch = world.call(() -> world.payoutBatches.create(null));
        assertEquals(2, batch.count());
        assertEquals(6_550, batch.sumMinor());
        BankOutput file = world.call(() -> world.payoutBatches.file(batch.id()));
        SepaSchemas.requireValid("pain.001.001.09", file.content());
        String text = new String(file.content(), StandardCharsets.UTF_8);
        assertTrue(text.contains("<NbOfTxs>2</NbOfTxs><CtrlSum>65.50</CtrlSum>"), text);
        assertTrue(text.contains("<ReqdExctnDt><Dt>2027-05-20</Dt></ReqdExctnDt>"), text);
        assertTrue(text.contains("<EndToEndId>" + one.endToEndId() + "</EndToEndId>"), text);
        assertTrue(text.contains("<Cdtr><Nm>Anna Mueller</Nm></Cdtr>"), text);
        assertArrayEquals(
                file.content(),
                world.call(() -> world.payoutBatches.file(batch.id())).content());
        assertEquals(
                PaymentProblem.NOTHING_TO_PAY_OUT,
                assertThrows(DomainException.class, () -> world.call(() -> world.payoutBatches.create(null)))
                        .problem());
        CamtFile statement = new CamtFile().sentGroup("65.50", "2027-05-21", "R1", batch.messageId() + "1");
        world.bank(statement, "65.50", "0.00");
        assertEquals(List.of("matched"), world.movementStates());
        assertEquals("paid", state(one));
        assertEquals(
                LocalDate.of(2027, 5, 21),
                world.call(() -> world.payouts.get(two.id())).paidOn());
        assertEquals(-100, world.balance(LedgerAccount.PAYOUTS), "what only was requested");
        assertEquals(3_450, world.balance(LedgerAccount.BANK));
        world.bank(statement, "65.50", "0.00");
        assertEquals(3_450, world.balance(LedgerAccount.BANK), "the same movement in another statement");
        UUID movement = world.call(() -> world.movements.list(Query.all()))
                .rows()
                .get(0)
                .id();
        assertThrows(DomainException.class, () -> world.call(() -> world.movements.undo(movement)));
        assertThrows(DomainException.class, () -> world.call(() -> world.payoutBatches.cancel(batch.id(), "late")));
        assertTrue(world.isBalanced());
    }

    @Test
    void whatComesBackIsCreditAgain() {
        world.pay(account, "100.00", "p1");
        PayoutDetails payout = approve(request("100.00", null));
        world.call(() -> world.payoutBatches.create(null));
        CamtFile both = new CamtFile()
                .sent(payout.endToEndId(), "100.00", "2027-05-21", "R1")
                .cameBack(payout.endToEndId(), "100.00", "2027-05-24", "R2", "AC04");
        world.bank(both, "100.00", "100.00");
        assertEquals(List.of("matched", "matched"), world.movementStates());
        PayoutDetails returned = world.call(() -> world.payouts.get(payout.id()));
        assertEquals("returned", returned.state());
        assertEquals("AC04", returned.reasonCode());
        assertEquals(10_000, world.credit(account));
        assertEquals(0, world.due(account));
        assertEquals(0, world.balance(LedgerAccount.PAYOUTS));
        assertEquals(10_000, world.balance(LedgerAccount.BANK));
        assertTrue(world.isBalanced());
        assertEquals("requested", request("100.00", null).state(), "it can be paid back again");
    }

    @Test
    void whatIsNotTheSumIsLeftToStaffWhoSayHowItWent() {
        world.pay(account, "100.00", "p1");
        PayoutDetails payout = approve(request("100.00", null));
        world.call(() -> world.payoutBatches.create(null));
        world.bank(new CamtFile().sent(payout.endToEndId(), "99.99", "2027-05-21", "R1"), "99.99", "0.00");
        assertEquals(List.of("open"), world.movementStates());
        assertEquals("handedOver", state(payout));
        assertThrows(DomainException.class, () -> settle(payout, " "));
        assertEquals("paid", settle(payout, "the bank said so").state());
        assertThrows(DomainException.class, () -> settle(payout, "again"));
        assertEquals(
                "returned",
                world.call(() -> world.payouts.fail(payout.id(), "by letter")).state());
        assertThrows(DomainException.class, () -> world.call(() -> world.payouts.fail(payout.id(), "again")));
        assertEquals(10_000, world.credit(account));
        assertTrue(world.isBalanced());
    }

    @Test
    void aRejectionGivesTheCreditBackOnce() {
        world.pay(account, "100.00", "p1");
        PayoutDetails poor = approve(request("40.00", null));
        PayoutDetails good = approve(request("60.00", null));
        PayoutBatchDetails batch = world.call(() -> world.payoutBatches.create(null));
        byte[] report = new StatusFile("ST-1", batch.messageId())
                .file("PART", null)
                .debit(batch.messageId() + "1", poor.endToEndId(), "RJCT", "AC01")
                .bytes();
        StatusReportDetails taken = world.call(() -> world.payoutBatches.takeReport(report));
        assertEquals(1, taken.rejected());
        assertEquals(taken, world.call(() -> world.payoutBatches.takeReport(report)));
        assertEquals("rejected", state(poor));
        assertEquals(4_000, world.credit(account));
        world.bank(new CamtFile().sentGroup("60.00", "2027-05-21", "R1", batch.messageId()), "60.00", "0.00");
        assertEquals("paid", state(good));
        byte[] late =
                new StatusFile("ST-2", batch.messageId()).file("RJCT", "FF01").bytes();
        assertEquals(2, world.call(() -> world.payoutBatches.takeReport(late)).ignored());
        assertEquals("paid", state(good));
        DirectDebitWorld stranger = new DirectDebitWorld(false);
        assertThrows(DomainException.class, () -> stranger.call(() -> stranger.payoutBatches.takeReport(late)));
        assertTrue(world.isBalanced());
    }

    @Test
    void aFileThatTheBankNeverGotIsMadeAnew() {
        world.pay(account, "100.00", "p1");
        PayoutDetails payout = approve(request("40.00", null));
        PayoutBatchDetails batch = world.call(() -> world.payoutBatches.create(null));
        assertThrows(DomainException.class, () -> world.call(() -> world.payouts.cancel(payout.id(), "too late")));
        assertEquals(
                "cancelled",
                world.call(() -> world.payoutBatches.cancel(batch.id(), "wrong day"))
                        .state());
        assertThrows(DomainException.class, () -> world.call(() -> world.payoutBatches.file(batch.id())));
        assertEquals("approved", state(payout));
        assertEquals(1, world.call(() -> world.payoutBatches.create(null)).count());
    }

    @Test
    void cashNeedsNoFile() {
        world.pay(account, "100.00", "p1");
        PayoutDetails cash = world.call(() -> world.payouts.request(data("100.00", "cash", null, null, null)));
        assertThrows(DomainException.class, () -> settle(cash, "not approved"));
        approve(cash);
        assertThrows(DomainException.class, () -> world.call(() -> world.payoutBatches.create(null)));
        assertEquals("paid", settle(cash, "at the counter").state());
        assertEquals(0, world.balance(LedgerAccount.BANK));
        assertTrue(world.isBalanced());
    }

    @Test
    void cancelledTheCreditIsFreeAgain() {
        world.pay(account, "100.00", "p1");
        PayoutDetails payout = approve(request("40.00", null));
        assertEquals(
                "reason",
                assertThrows(DomainException.class, () -> cancel(payout, "")).attribute());
        assertEquals("cancelled", cancel(payout, "she wants it kept").state());
        assertThrows(DomainException.class, () -> cancel(payout, "twice"));
        assertEquals(10_000, world.credit(account));
        UUID invoice = world.invoice(account, "100.00", "2027-05-01");
        assertEquals("amount", refused("0.01").attribute());
        assertEquals(10_000, world.open(invoice), "a refusal leaves all as it was");
        assertTrue(world.isBalanced());
    }

    @Test
    void aBouncedPaymentLeavesWhatWasPaidOutAsADebt() {
        UUID invoice = world.invoice(account, "30.00", "2027-05-01");
        PaymentDetails bounced = world.pay(account, "100.00", "p1");
        PayoutDetails payout = approve(request("70.00", null));
        world.call(() -> world.payoutBatches.create(null));
        world.bank(new CamtFile().sent(payout.endToEndId(), "70.00", "2027-05-21", "R1"), "70.00", "0.00");
        world.call(() -> world.payments.reverse(bounced.id(), "returned by the bank"));
        assertEquals(3_000, world.open(invoice));
        assertEquals(10_000, world.due(account));
        assertEquals(0, world.credit(account));
        assertEquals(7_000, world.call(() -> world.payouts.get(payout.id())).uncoveredMinor());
        assertEquals(-7_000, world.balance(LedgerAccount.BANK));
        assertTrue(world.isBalanced());
        PaymentDetails again = world.pay(account, "100.00", "p2");
        assertEquals(0, world.due(account));
        assertEquals(7_000, again.paidOutMinor());
        world.bank(new CamtFile().cameBack(payout.endToEndId(), "70.00", "2027-06-01", "R2", "AC04"), "0.00", "70.00");
        assertEquals(7_000, world.credit(account), "the money that came back is his");
        assertTrue(world.isBalanced());
    }

    @Test
    void whatIsNotCoveredAnyMoreIsNotPaidOut() {
        PaymentDetails bounced = world.pay(account, "100.00", "p1");
        PayoutDetails approved = approve(request("60.00", null));
        PayoutDetails requested = request("40.00", null);
        world.call(() -> world.payments.reverse(bounced.id(), "returned by the bank"));
        assertEquals(10_000, world.due(account));
        assertThrows(DomainException.class, () -> approve(requested));
        UUID other = world.account("Ben", "EUR");
        world.pay(other, "5.00", "p2");
        PayoutDetails good = approve(world.call(() -> world.payouts.request(new PayoutData(
                other, Money.of("5.00", "EUR"), "bankTransfer", "Ben", OTHER_IBAN, null, null, "moved", null))));
        PayoutBatchDetails batch = world.call(() -> world.payoutBatches.create(null));
        assertEquals(1, batch.count());
        assertEquals("handedOver", state(good));
        assertEquals("cancelled", state(approved));
        cancel(requested, "bounced");
        assertEquals(0, world.due(account));
        assertEquals(0, world.credit(account));
        assertTrue(world.isBalanced());
    }

    @Test
    void theMandatesAccountIsUsedUnlessAnotherIsTold() {
        world.pay(account, "100.00", "p1");
        PayoutData bare = data("10.00", "bankTransfer", null, null, null);
        assertEquals(
                "iban",
                assertThrows(DomainException.class, () -> world.call(() -> world.payouts.request(bare)))
                        .attribute());
        world.mandate(account, "CORE", "RCUR");
        PayoutDetails payout = world.call(() -> world.payouts.request(bare));
        assertEquals("DE89 … 3000", payout.iban());
        assertEquals("Anna Müller", payout.holderName());
    }

    @Test
    void refusesWhatIsNoPayout() {
        world.pay(account, "100.00", "p1");
        for (PayoutData wrong : List.of(
                data("0.00", "cash", null, null, null),
                data("-5.00", "cash", null, null, null),
                data("5.00", "shells", null, null, null),
                data("5.00", "bankTransfer", "Anna", "AT611904300234573202", null),
                data("5.00", "bankTransfer", null, OTHER_IBAN, null),
                data("5.00", "bankTransfer", "Anna", OTHER_IBAN, "NOBIC"))) {
            assertThrows(DomainException.class, () -> world.call(() -> world.payouts.request(wrong)), wrong::toString);
        }
        assertThrows(
                DomainException.class,
                () -> world.call(() -> world.payouts.request(
                        new PayoutData(account, Money.of("5", "NZD"), "cash", null, null, null, null, "wrong", null))));
        assertThrows(
                DomainException.class,
                () -> world.call(() -> world.payouts.request(new PayoutData(
                        Ids.next(), Money.of("5", "EUR"), "cash", null, null, null, null, "nobody's", null))));
        PayoutDetails payout = request("5.00", null);
        DirectDebitWorld stranger = new DirectDebitWorld(false);
        assertThrows(DomainException.class, () -> stranger.call(() -> stranger.payouts.get(payout.id())));
        assertThrows(
                DomainException.class, () -> stranger.callAs("other", () -> stranger.payouts.approve(payout.id())));
        assertEquals(
                0,
                stranger.call(() -> stranger.payouts.list(
                                Query.where(Filter.equal("billingAccountId", account.toString()))))
                        .total());
        assertFalse(payout.endToEndId().isBlank());
    }

    private DomainException refused(String amount) {
        return assertThrows(DomainException.class, () -> request(amount, null));
    }

    private PayoutDetails request(String amount, String key) {
        PayoutData data = data(amount, "bankTransfer", "Anna Müller", OTHER_IBAN, null);
        return world.call(() -> world.payouts.request(new PayoutData(
                account,
                data.amount(),
                data.method(),
                data.holderName(),
                data.iban(),
                null,
                null,
                data.reason(),
                key)));
    }

    private PayoutData data(String amount, String method, String holder, String iban, String bic) {
        return new PayoutData(account, Money.of(amount, "EUR"), method, holder, iban, bic, null, "moved away", null);
    }

    private PayoutDetails approve(PayoutDetails payout) {
        return world.callAs("somebody.else", () -> world.payouts.approve(payout.id()));
    }

    private PayoutDetails settle(PayoutDetails payout, String why) {
        return world.call(() -> world.payouts.settle(payout.id(), null, why));
    }

    private PayoutDetails cancel(PayoutDetails payout, String why) {
        return world.call(() -> world.payouts.cancel(payout.id(), why));
    }

    private String state(PayoutDetails payout) {
        return world.call(() -> world.payouts.get(payout.id())).state();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
