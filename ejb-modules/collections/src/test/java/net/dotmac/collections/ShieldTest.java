package net.dotmac.collections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.payments.PaymentService;
import net.dotmac.services.ProductService;
import org.junit.jupiter.api.Test;

/** What keeps a customer from being dunned, and how each of it ends. */
class ShieldTest {

    private static final LocalDate DUE = LocalDate.of(2027, 2, 22);
    private static final LocalDate REMINDED = LocalDate.of(2027, 3, 1);
    private static final LocalDate SUSPENDED = LocalDate.of(2027, 3, 15);

    private final CollectingIsp isp = new CollectingIsp();

    @Test
    void aPauseHoldsUntilItsDayIsOver() {
        remind();
        decide(id -> cases().pause(id, LocalDate.of(2027, 3, 10), "in hospital"));
        assertEquals("pause", isp.theCase().shield());
        isp.roundsTo(LocalDate.of(2027, 3, 10));
        assertEquals(1, isp.theCase().step());
        isp.roundsTo(LocalDate.of(2027, 3, 11));
        assertEquals(2, isp.theCase().step());
    }

    @Test
    void aPauseMayEndEarlierAndNotInThePast() {
        remind();
        assertThrows(DomainException.class, () -> decide(id -> cases().pause(id, REMINDED.minusDays(1), "late")));
        assertThrows(DomainException.class, () -> decide(id -> cases().pause(id, REMINDED.plusDays(1), " ")));
        decide(id -> cases().pause(id, REMINDED.plusDays(60), "in hospital"));
        decide(id -> cases().resume(id));
        assertNull(isp.theCase().shield());
        isp.roundsTo(LocalDate.of(2027, 3, 8));
        assertEquals(2, isp.theCase().step());
    }

    @Test
    void aPromiseShieldsUntilItsDayAndIsBrokenAfter() {
        remind();
        decide(id -> agreements().promise(id, Money.of("60", "EUR"), LocalDate.of(2027, 3, 9), "by phone"));
        isp.roundsTo(LocalDate.of(2027, 3, 9));
        assertEquals("promise", isp.theCase().shield());
        assertEquals(1, isp.theCase().step());
        isp.pay("59.99");
        isp.roundsTo(LocalDate.of(2027, 3, 10));
        assertEquals("broken", agreement().state());
        assertEquals(2, isp.theCase().step());
        assertTrue(CollectingIsp.EVENTS.stream()
                .anyMatch(each ->
                        each.startsWith("collections.promises.broken.v1") && each.contains(isp.account.toString())));
    }

    @Test
    void aPromiseThatIsKeptEndsAndTheRestIsDunned() {
        remind();
        decide(id -> agreements().promise(id, Money.of("60", "EUR"), LocalDate.of(2027, 3, 9), null));
        isp.pay("60.00");
        assertEquals("kept", agreement().state());
        isp.roundsTo(LocalDate.of(2027, 3, 8));
        assertEquals(2, isp.theCase().step());
        assertEquals(4_000, isp.theCase().dunnedMinor());
    }

    @Test
    void aPromiseIsOfWhatIsOwed() {
        remind();
        assertThrows(
                DomainException.class,
                () -> decide(id -> agreements().promise(id, Money.of("100.01", "EUR"), REMINDED, null)));
        assertThrows(
                DomainException.class,
                () -> decide(id -> agreements().promise(id, Money.of("1", "CHF"), REMINDED, null)));
        assertThrows(
                DomainException.class,
                () -> decide(id -> agreements().promise(id, Money.of("1", "EUR"), REMINDED.plusDays(61), null)));
        decide(id -> agreements().promise(id, Money.of("1", "EUR"), REMINDED.plusDays(60), null));
        DomainException second = assertThrows(
                DomainException.class,
                () -> decide(id -> agreements().promise(id, Money.of("1", "EUR"), REMINDED, null)));
        assertEquals(CollectionsProblem.AGREED_ALREADY, second.problem());
    }

    /** Whoever keeps to his instalments is let in; whoever breaks one is locked out again. */
    @Test
    void instalmentsLetInAsLongAsTheyArePaid() {
        suspend();
        List<Instalment> parts = List.of(
                new Instalment(LocalDate.of(2027, 3, 20), 5_000),
                new Instalment(LocalDate.of(2027, 4, 20), 3_000),
                new Instalment(LocalDate.of(2027, 5, 20), 2_500));
        assertThrows(DomainException.class, () -> decide(id -> agreements().arrange(id, parts.subList(0, 2), null)));
        assertEquals("suspended", status());
        isp.owe("5.00", DUE);
        decide(id -> agreements().arrange(id, parts, "agreed in the shop"));
        assertEquals("active", status());
        isp.pay("50.00");
        isp.roundsTo(LocalDate.of(2027, 4, 20));
        assertEquals("arrangement", isp.theCase().shield());
        assertEquals(3, isp.theCase().step());
        isp.roundsTo(LocalDate.of(2027, 4, 21));
        assertEquals("broken", agreement().state());
        assertEquals("suspended", status());
        assertEquals(5_000, agreement().paidMinor());
        isp.pay("60.00");
        assertEquals("active", status());
        assertEquals("closed", isp.theCase().state());
    }

    @Test
    void aReturnedPaymentBreaksInstalments() {
        suspend();
        decide(id -> agreements()
                .arrange(
                        id,
                        List.of(
                                new Instalment(LocalDate.of(2027, 3, 16), 5_000),
                                new Instalment(LocalDate.of(2027, 4, 20), 5_000)),
                        null));
        UUID payment = isp.pay("50.00");
        isp.roundsTo(LocalDate.of(2027, 3, 18));
        assertEquals("active", agreement().state());
        isp.call(() -> isp.service(PaymentService.class).reverse(payment, "returned"));
        isp.run(() -> isp.service(DunningService.class).review(isp.account));
        assertEquals("broken", agreement().state());
        assertEquals("suspended", status());
    }

    @Test
    void aDisputeTakesItsInvoiceOut() {
        isp.usual();
        UUID disputed = isp.owe("80.00", DUE);
        isp.owe("20.00", DUE);
        isp.round(REMINDED);
        decide(id -> agreements().dispute(id, disputed, "never ordered"));
        assertEquals(2_000, isp.theCase().dunnedMinor());
        assertEquals(10_000, isp.theCase().overdueMinor());
        DomainException twice = assertThrows(
                DomainException.class, () -> decide(id -> agreements().dispute(id, disputed, "again")));
        assertEquals(CollectionsProblem.DISPUTED_ALREADY, twice.problem());
        assertThrows(DomainException.class, () -> decide(id -> agreements().dispute(id, Ids.next(), "unknown")));
        UUID id = isp.theCase().id();
        Dispute dispute = isp.call(() -> agreements().disputes(id)).get(0);
        decide(about -> agreements().resolve(about, dispute.id(), "it was delivered"));
        assertEquals(10_000, isp.theCase().dunnedMinor());
        assertThrows(DomainException.class, () -> decide(about -> agreements().resolve(about, dispute.id(), "twice")));
    }

    @Test
    void whatIsWhollyDisputedLocksNobodyOut() {
        isp.call(() -> isp.service(DunningPolicyService.class)
                .put(CollectingIsp.policy(
                        CollectingIsp.after(7, DunningAction.NOTICE), CollectingIsp.after(21, DunningAction.SUSPEND))));
        UUID invoice = isp.owe("100.00", DUE);
        CollectingIsp.moveTo(DUE);
        isp.roundsTo(SUSPENDED.minusDays(4));
        decide(id -> agreements().dispute(id, invoice, "never ordered"));
        isp.roundsTo(SUSPENDED.plusDays(30));
        assertEquals("active", status());
        assertEquals("dispute", isp.theCase().shield());
    }

    @Test
    void aClosedCaseIsOver() {
        remind();
        isp.pay("100.00");
        DomainException refused =
                assertThrows(DomainException.class, () -> decide(id -> cases().pause(id, REMINDED, "too late")));
        assertEquals(CollectionsProblem.CASE_STATE, refused.problem());
        assertThrows(DomainException.class, () -> decide(id -> cases().grant(id)));
    }

    private void remind() {
        isp.usual();
        isp.owe("100.00", DUE);
        isp.round(REMINDED);
    }

    private void suspend() {
        isp.call(() -> isp.service(DunningPolicyService.class)
                .put(CollectingIsp.policy(
                        CollectingIsp.after(7, DunningAction.NOTICE),
                        CollectingIsp.after(14, DunningAction.NOTICE),
                        CollectingIsp.after(21, DunningAction.SUSPEND))));
        isp.owe("100.00", DUE);
        CollectingIsp.moveTo(DUE);
        isp.roundsTo(SUSPENDED);
    }

    private void decide(Consumer<UUID> decision) {
        UUID id = isp.theCase().id();
        isp.run(() -> decision.accept(id));
    }

    private Agreement agreement() {
        UUID id = isp.theCase().id();
        return isp.call(() -> agreements().ofCase(id)).get(0);
    }

    private String status() {
        return isp.call(() -> isp.service(ProductService.class).get(isp.product))
                .status();
    }

    private CaseService cases() {
        return isp.service(CaseService.class);
    }

    private AgreementService agreements() {
        return isp.service(AgreementService.class);
    }
}
