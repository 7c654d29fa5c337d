package net.dotmac.collections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.billing.InvoiceService;
import net.dotmac.events.Event;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentService;
import net.dotmac.services.LockData;
import net.dotmac.services.LockReason;
import net.dotmac.services.ProductLockService;
import net.dotmac.services.ProductService;
import org.junit.jupiter.api.Test;

/** A customer who pays late, through the real services on a real database. Easter of 2027 is on 28 March. */
class DunningTest {

    private static final LocalDate DUE = LocalDate.of(2027, 2, 22);
    private static final LocalDate REMINDED = LocalDate.of(2027, 3, 1);
    private static final LocalDate CHARGED = LocalDate.of(2027, 3, 8);
    private static final LocalDate SUSPENDED = LocalDate.of(2027, 3, 15);

    private final CollectingIsp isp = new CollectingIsp();

    @Test
    void withoutAPolicyNobodyIsDunned() {
        isp.owe("100.00", DUE);
        isp.round(DUE.plusDays(100));
        assertEquals(List.of(), isp.cases());
    }

    @Test
    void aDebtIsRemindedOfChargedForAndLocked() {
        isp.usual();
        isp.owe("100.00", DUE);
        CollectingIsp.moveTo(DUE);
        isp.roundsTo(DUE.plusDays(3));
        assertEquals(List.of(), isp.cases(), "within the days of grace");
        isp.roundsTo(SUSPENDED);
        assertEquals(List.of(REMINDED, CHARGED, SUSPENDED), isp.steps());
        CaseDetails now = isp.theCase();
        assertEquals("suspended", now.access());
        assertEquals("suspended", status());
        assertEquals(Integer.valueOf(4), now.nextStep());
        assertEquals(LocalDate.of(2027, 4, 23), now.nextOn());
        List<Notice> notices = isp.call(() -> isp.service(CaseService.class).notices(now.id()));
        assertEquals(3, notices.size());
        assertEquals("anna@example.org", notices.get(0).recipient());
        assertTrue(notices.get(0).body().contains("gesperrt"), notices.get(0).body());
        assertTrue(
                notices.get(2).body().contains("100,00\u00a0EUR"),
                notices.get(2).body());
        assertTrue(notices.get(2).body().contains("08.03.2027"), notices.get(2).body());
        isp.roundsTo(LocalDate.of(2027, 4, 23));
        assertTrue(isp.theCase().forTermination());
        assertEquals("suspended", status(), "the end is a person's order");
        assertEquals(4, isp.theCase().step());
    }

    @Test
    void theSameDayTwiceIsOneStep() {
        isp.usual();
        isp.owe("100.00", DUE);
        isp.round(REMINDED);
        isp.round(REMINDED);
        isp.run(() -> isp.service(DunningService.class).look(isp.account));
        assertEquals(List.of(REMINDED), isp.steps());
    }

    @Test
    void twoNodesAtOnceTakeOneStep() throws Exception {
        isp.usual();
        isp.owe("100.00", DUE);
        isp.round(REMINDED);
        CollectingIsp.moveTo(CHARGED);
        assertEquals(4, succeeded(() -> isp.service(DunningService.class).look(isp.account)));
        assertEquals(List.of(REMINDED, CHARGED), isp.steps());
        assertEquals(1, isp.fees().size());
    }

    /** The case that the slower ones open as well is refused by the database. */
    @Test
    void twoNodesAtOnceOpenOneCase() throws Exception {
        isp.usual();
        isp.owe("100.00", DUE);
        CollectingIsp.moveTo(REMINDED);
        assertTrue(succeeded(() -> isp.service(DunningService.class).look(isp.account)) > 0);
        assertEquals(1, isp.cases().size());
        assertEquals(List.of(REMINDED), isp.steps());
    }

    @Test
    void afterDaysWithoutARoundTheStepsKeepTheirDistance() {
        isp.usual();
        isp.owe("100.00", DUE);
        isp.round(LocalDate.of(2027, 5, 3));
        isp.roundsTo(LocalDate.of(2027, 5, 31));
        assertEquals(
                List.of(LocalDate.of(2027, 5, 3), LocalDate.of(2027, 5, 10), LocalDate.of(2027, 5, 18)),
                isp.steps(),
                "17 May 2027 is Whit Monday");
    }

    @Test
    void nothingHappensOnHolidaysAndDaysOff() {
        isp.call(() -> isp.service(HolidayService.class).put(LocalDate.of(2027, 3, 30), "Works outing", true));
        isp.usual();
        isp.owe("100.00", LocalDate.of(2027, 3, 19));
        CollectingIsp.moveTo(LocalDate.of(2027, 3, 20));
        isp.roundsTo(LocalDate.of(2027, 4, 1));
        assertEquals(
                List.of(LocalDate.of(2027, 3, 31)), isp.steps(), "Good Friday, a weekend, Easter Monday, an outing");
    }

    @Test
    void aPaymentLiftsItsOwnLockAndReconnectsOnce() {
        isp.usual();
        isp.owe("100.00", DUE);
        CollectingIsp.moveTo(DUE);
        isp.roundsTo(SUSPENDED);
        isp.call(() -> isp.service(ProductLockService.class)
                .lock(isp.product, new LockData(LockReason.FRAUD, null, null, null, null)));
        UUID payment = isp.pay("105.00");
        assertEquals("closed", isp.theCase().state());
        assertEquals("suspended", status(), "the other lock stays");
        assertEquals(
                List.of(LockReason.FRAUD),
                isp.call(() -> isp.service(ProductLockService.class).list(isp.product)).stream()
                        .filter(lock -> lock.state().equals("inForce"))
                        .map(lock -> lock.reason())
                        .toList());
        isp.run(() -> isp.service(DunningService.class).review(isp.account));
        isp.round(SUSPENDED.plusDays(1));
        isp.round(SUSPENDED.plusDays(2));
        List<Fee> fees = isp.fees();
        assertEquals(
                List.of("lateFee", "reconnect"), fees.stream().map(Fee::kind).toList());
        assertEquals(1_190, fees.get(1).amount().minor());
        assertEquals(500, fees.get(0).amount().minor());
        fees.forEach(fee -> assertEquals(fee.documentId() != null, true, fee.kind() + " " + fee.reason()));
        isp.call(() -> isp.service(PaymentService.class).reverse(payment, "returned"));
        isp.run(() -> isp.service(DunningService.class).review(isp.account));
        assertEquals(1, isp.cases().size(), "what is open again waits for the morning");
        isp.round(SUSPENDED.plusDays(3));
        assertEquals(2, isp.cases().size());
        assertEquals(1, isp.theCase().step(), "from the first step on");
    }

    /** 5 % of 100.00, and of nothing that was itself charged for being late. */
    @Test
    void nobodyPaysALateFeeOnALateFee() {
        isp.call(() -> isp.service(DunningPolicyService.class)
                .put(CollectingIsp.policy(
                        CollectingIsp.after(7, DunningAction.LATE_FEE),
                        CollectingIsp.after(90, DunningAction.LATE_FEE))));
        isp.owe("1000.00", DUE);
        CollectingIsp.moveTo(DUE);
        isp.roundsTo(REMINDED);
        isp.pay("900.00");
        isp.roundsTo(DUE.plusDays(92));
        List<Fee> fees = isp.fees();
        assertEquals(
                List.of(2_500L, 500L),
                fees.stream().map(fee -> fee.amount().minor()).toList());
        assertEquals(
                1,
                isp.call(() -> isp.service(InvoiceService.class)
                                .list(Query.where(Filter.equal(
                                        "id", fees.get(0).documentId().toString()))))
                        .total());
    }

    @Test
    void aGrantLetsInFor24HoursAndNoLonger() {
        isp.usual();
        isp.owe("100.00", DUE);
        CollectingIsp.moveTo(DUE);
        isp.roundsTo(SUSPENDED);
        Instant granted = CollectingIsp.now();
        UUID id = isp.theCase().id();
        isp.call(() -> isp.service(CaseService.class).grant(id));
        assertEquals("active", status());
        CollectingIsp.moveTo(granted.plusSeconds(24 * 3600 - 1));
        isp.run(() -> isp.service(DunningRound.class).run());
        assertEquals("active", status());
        CollectingIsp.moveTo(granted.plusSeconds(24 * 3600));
        isp.run(() -> isp.service(DunningRound.class).run());
        assertEquals("suspended", status());
        isp.pay("105.00");
        assertEquals("active", status());
        assertEquals(2, isp.fees().size());
    }

    @Test
    void whoPaysTheOldDebtBeginsAnewWithTheYoung() {
        isp.usual();
        isp.owe("100.00", DUE);
        isp.owe("40.00", SUSPENDED.minusDays(1));
        CollectingIsp.moveTo(DUE);
        isp.roundsTo(SUSPENDED);
        isp.pay("100.00");
        assertEquals("active", status());
        assertEquals("closed", isp.theCase().state());
        isp.roundsTo(SUSPENDED.plusDays(7));
        assertEquals(2, isp.cases().size());
        assertEquals(1, isp.theCase().step());
    }

    @Test
    void tooLittleIsNotDunned() {
        isp.usual();
        isp.owe("4.99", DUE);
        isp.round(REMINDED);
        assertEquals(List.of(), isp.cases());
        isp.owe("0.01", DUE);
        isp.round(REMINDED.plusDays(1));
        assertEquals(1, isp.cases().size());
    }

    @Test
    void creditThatWaitsIsNotDunned() {
        isp.usual();
        isp.pay("100.00");
        isp.owe("100.00", DUE);
        isp.round(REMINDED);
        assertEquals(List.of(), isp.cases());
    }

    @Test
    void aDebitInFlightShields() {
        isp.usual();
        isp.owe("100.00", DUE);
        CollectingIsp.IN_FLIGHT.put(isp.account, 9_800L);
        isp.round(REMINDED);
        assertEquals("debit", isp.theCase().shield());
        assertEquals(9_800, isp.theCase().inFlightMinor());
        CollectingIsp.IN_FLIGHT.remove(isp.account);
        isp.round(REMINDED.plusDays(1));
        assertNull(isp.theCase().shield());
        assertEquals(1, isp.theCase().step());
    }

    /** What the consumer of payments' events does. */
    @Test
    void theEventOfAPaymentIsHeard() {
        isp.usual();
        UUID invoice = isp.owe("100.00", DUE);
        isp.round(REMINDED);
        isp.call(() -> isp.service(PaymentService.class)
                .record(new PaymentData(isp.account, Money.of("100", "EUR"), "cash", null, null, null, null, invoice)));
        PaidDebtsConsumer consumer = isp.service(PaidDebtsConsumer.class);
        assertTrue(consumer.handles("payments.payments.recorded.v1"));
        assertFalse(consumer.handles("billing.invoices.issued.v1"));
        Event event = new Event(
                isp.tenant,
                1,
                Ids.next(),
                "payments.payments.recorded.v1",
                isp.account.toString(),
                "x",
                "y",
                Instant.now(),
                Map.of());
        isp.run(() -> consumer.handleAll(List.of(event, event)));
        assertEquals("closed", isp.theCase().state());
        assertTrue(CollectingIsp.EVENTS.stream()
                .anyMatch(each ->
                        each.startsWith("collections.cases.closed.v1") && each.contains(isp.customer.toString())));
    }

    private String status() {
        return isp.call(() -> isp.service(ProductService.class).get(isp.product))
                .status();
    }

    /** How many of four at once went through. */
    private int succeeded(Runnable work) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(() -> {
                    isp.run(work);
                    return null;
                });
            }
            int done = 0;
            for (Future<Object> each : threads.invokeAll(all)) {
                try {
                    each.get();
                    done++;
                } catch (ExecutionException e) {
                    assertTrue(e.getCause() instanceof RuntimeException, "refused by the database");
                }
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
