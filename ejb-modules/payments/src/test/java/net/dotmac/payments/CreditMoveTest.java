package net.dotmac.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.LedgerAccount;
import org.junit.jupiter.api.Test;

/** Credit moves between a customer's accounts and a payment between his invoices, and the books stay balanced. */
class CreditMoveTest {

    private final DirectDebitWorld world = new DirectDebitWorld(false);
    private final UUID home = world.account("Anna Müller", "EUR");
    private final UUID office = world.secondAccount(home, "EUR");

    @Test
    void creditPaysWhatTheOtherAccountOwes() {
        PaymentDetails payment = world.pay(home, "100.00", "p1");
        UUID own = world.invoice(home, "30.00", "2027-05-01");
        UUID other = world.invoice(office, "50.00", "2027-05-02");
        assertEquals("amount", refused(home, office, "70.01").attribute(), "what is owed comes first");
        CreditTransferDetails moved = move(home, office, "70.00", "k1");
        assertEquals(0, world.open(own) + world.open(other));
        assertEquals(0, world.credit(home));
        assertEquals(2_000, world.credit(office));
        assertEquals(0, world.balance(LedgerAccount.PAYOUTS));
        assertEquals(7_000, world.call(() -> world.payments.get(payment.id())).paidOutMinor());
        assertEquals(moved, move(home, office, "70.00", "k1"), "the same key again");
        assertEquals(
                PaymentProblem.DIFFERS,
                assertThrows(DomainException.class, () -> move(home, office, "69.00", "k1"))
                        .problem());
        assertEquals(moved, world.call(() -> world.transfers.get(moved.id())));
        assertEquals(
                1,
                world.call(() -> world.transfers.list(Query.where(Filter.equal("toAccountId", office.toString()))))
                        .total());
        assertEquals(
                1,
                DirectDebitWorld.count(
                        DirectDebitWorld.EVENTS,
                        "payments.credits.moved.v1",
                        moved.id().toString()));
        assertTrue(world.isBalanced());
    }

    @Test
    void aBouncedPaymentIsOwedWhereItCameFrom() {
        PaymentDetails payment = world.pay(home, "100.00", "p1");
        move(home, office, "60.00", null);
        world.call(() -> world.payments.reverse(payment.id(), "returned by the bank"));
        assertEquals(6_000, world.due(home));
        assertEquals(0, world.credit(home));
        assertEquals(6_000, world.credit(office), "the other account keeps it");
        assertTrue(world.isBalanced());
        move(office, home, "60.00", null);
        assertEquals(0, world.due(home));
        assertEquals(0, world.credit(office));
        assertTrue(world.isBalanced());
    }

    @Test
    void creditIsMovedOnceHoweverManyAskAtOnce() throws Exception {
        world.pay(home, "100.00", "p1");
        world.pay(office, "100.00", "p2");
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            work.add(() -> isMoved(home, office));
            work.add(() -> isMoved(office, home));
        }
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(20_000, world.credit(home) + world.credit(office));
        assertTrue(world.isBalanced());
    }

    @Test
    void refusesWhatIsNobodysOrNotHis() {
        world.pay(home, "100.00", "p1");
        UUID stranger = world.account("Ben", "EUR");
        UUID dollars = world.secondAccount(home, "USD");
        assertEquals("toAccountId", refused(home, stranger, "5.00").attribute());
        assertEquals("toAccountId", refused(home, home, "5.00").attribute());
        assertEquals("amount", refused(home, dollars, "5.00").attribute());
        assertEquals("amount", refused(home, office, "0.00").attribute());
        assertEquals("amount", refused(home, office, "-5.00").attribute());
        assertEquals("toAccountId", refused(home, null, "5.00").attribute());
        DirectDebitWorld other = new DirectDebitWorld(false);
        assertThrows(
                DomainException.class,
                () -> other.call(() -> other.transfers.move(
                        new CreditTransferData(home, office, Money.of("5.00", "EUR"), "not mine", null))));
        assertEquals(10_000, world.credit(home));
    }

    @Test
    void aPaymentIsPutOntoAnotherInvoice() {
        UUID old = world.invoice(home, "40.00", "2027-05-01");
        UUID young = world.invoice(home, "50.00", "2027-05-10");
        UUID others = world.invoice(office, "50.00", "2027-05-10");
        PaymentDetails payment = world.pay(home, "40.00", "p1");
        assertEquals("toInvoiceId", unallocatable(payment, old, others, 1).attribute());
        assertEquals("toInvoiceId", unallocatable(payment, old, old, 1).attribute());
        assertEquals("fromInvoiceId", unallocatable(payment, young, old, 1).attribute());
        assertEquals("amount", unallocatable(payment, old, young, 4_001).attribute());
        assertEquals("amount", unallocatable(payment, old, young, 0).attribute());
        PaymentDetails part = reallocate(payment, old, young, 1_500);
        assertEquals(1_500, world.open(old));
        assertEquals(3_500, world.open(young));
        assertEquals(2, part.allocations().size());
        PaymentDetails whole = reallocate(payment, old, young, 2_500);
        assertEquals(List.of(new PaymentDetails.Allocation(young, 4_000)), whole.allocations());
        assertTrue(world.isBalanced());
        world.call(() -> world.payments.reverse(payment.id(), "returned by the bank"));
        assertEquals(9_000, world.due(home));
        assertTrue(world.isBalanced());
    }

    private PaymentDetails reallocate(PaymentDetails payment, UUID from, UUID to, long minor) {
        return world.call(() ->
                world.reallocations.reallocate(payment.id(), from, to, new Money(minor, "EUR"), "meant for the other"));
    }

    private DomainException unallocatable(PaymentDetails payment, UUID from, UUID to, long minor) {
        return assertThrows(DomainException.class, () -> reallocate(payment, from, to, minor));
    }

    private boolean isMoved(UUID from, UUID to) {
        try {
            move(from, to, "60.00", null);
            return true;
        } catch (DomainException e) {
            return false;
        }
    }

    private DomainException refused(UUID from, UUID to, String amount) {
        return assertThrows(DomainException.class, () -> move(from, to, amount, null));
    }

    private CreditTransferDetails move(UUID from, UUID to, String amount, String key) {
        return world.call(() ->
                world.transfers.move(new CreditTransferData(from, to, Money.of(amount, "EUR"), "one wallet", key)));
    }
}
