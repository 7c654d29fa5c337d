package net.dotmac.payments;

import static net.dotmac.payments.DirectDebitWorld.START;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.payments.domain.SepaSchemas;
import org.junit.jupiter.api.Test;

/** What is due goes to the bank once, announced, approved and no more than is open. */
class DirectDebitServiceTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 6, 3);

    private final DirectDebitWorld world = new DirectDebitWorld(false);
    private final UUID account = world.account("Anna Müller", "EUR");

    @Test
    void whatIsDueByTheDayIsCollectedWhole() throws Exception {
        world.mandate(account, "CORE", "RCUR");
        UUID overdue = world.invoice(account, "39.90", "2027-05-01");
        UUID onTheDay = world.invoice(account, "10.00", "2027-06-03");
        world.invoice(account, "99.00", "2027-06-04");
        world.invoice(world.account("pays himself", "EUR"), "5.00", "2027-05-01");
        DirectDebitPlan plan = world.call(() -> world.debits.plan(null));
        assertEquals(FIRST, plan.collectOn());
        assertEquals(4990, plan.sumMinor());
        assertEquals(
                List.of(overdue, onTheDay),
                plan.lines().stream().map(DirectDebitPlan.Line::invoiceId).toList());
        DirectDebitBatchDetails batch = world.call(() -> world.debits.create(null));
        assertEquals("approved", batch.state());
        assertEquals(List.of(new DirectDebitBatchDetails.Total("planned", 2, 4990)), batch.totals());
        assertEquals(START, world.only(batch.id()).announcedOn());
        assertEquals(
                1,
                DirectDebitWorld.count(
                        DirectDebitWorld.EVENTS,
                        "payments.debits.announced.v1",
                        overdue.toString(),
                        "collectOn=2027-06-03"));
        assertEquals(Map.of(account, 4990L), world.call(() -> world.inFlight.amounts(List.of(account, Ids.next()))));
        assertThrows(DomainException.class, () -> world.call(() -> world.handOvers.file(batch.id())));
        DirectDebitBatchDetails handed = world.call(() -> world.handOvers.handOver(batch.id()));
        BankOutput file = world.call(() -> world.handOvers.file(batch.id()));
        SepaSchemas.requireValid("pain.008.001.08", file.content());
        assertEquals("direct-debits-2027-06-03.xml", file.fileName());
        assertArrayEquals(
                file.content(),
                world.call(() -> world.handOvers.file(batch.id())).content());
        assertNotNull(handed.fileSha256());
        assertThrows(DomainException.class, () -> world.call(() -> world.handOvers.handOver(batch.id())));
        assertEquals(3990, world.open(overdue), "it is paid when the money comes");
    }

    @Test
    void nothingIsCollectedTwice() throws Exception {
        world.mandate(account, "CORE", "RCUR");
        world.invoice(account, "39.90", "2027-05-01");
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            work.add(() -> {
                try {
                    return world.call(() -> world.debits.create(null)).state();
                } catch (DomainException e) {
                    return e.problem();
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        List<Object> outcomes = new ArrayList<>();
        try {
            for (Future<Object> done : threads.invokeAll(work)) {
                outcomes.add(done.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, outcomes.stream().filter("approved"::equals).count(), outcomes.toString());
        assertEquals(
                3, outcomes.stream().filter(PaymentProblem.NOTHING_DUE::equals).count(), outcomes.toString());
        assertEquals(List.of("inFlight"), reasons());
    }

    @Test
    void theDayLeavesTimeForTheNoticeAndIsOneOfTheBanks() {
        assertEquals("collectOn", refusedDay(FIRST.minusDays(1)));
        assertEquals("collectOn", refusedDay(LocalDate.of(2027, 6, 5)));
        assertEquals("collectOn", refusedDay(LocalDate.of(2028, 4, 14)));
        assertEquals("collectOn", refusedDay(LocalDate.of(2029, 1, 4)));
        world.settings(1, false);
        assertEquals(
                LocalDate.of(2027, 5, 21),
                world.call(() -> world.debits.plan(null)).collectOn());
        DirectDebitWorld.today(LocalDate.of(2026, 12, 24));
        assertEquals(
                LocalDate.of(2026, 12, 28),
                world.call(() -> world.debits.plan(null)).collectOn());
        assertEquals(PaymentProblem.NOTHING_DUE, problem(() -> world.call(() -> world.debits.create(null))));
        DirectDebitWorld stranger = new DirectDebitWorld(false);
        assertThrows(DomainException.class, () -> stranger.call(() -> stranger.debits.get(Ids.next())));
    }

    @Test
    void somebodyElseApproves() {
        world.settings(14, true);
        world.mandate(account, "CORE", "RCUR");
        world.invoice(account, "39.90", "2027-05-01");
        DirectDebitBatchDetails batch = world.callAs("user:a", () -> world.debits.create(null));
        assertEquals("proposed", batch.state());
        assertNull(world.only(batch.id()).announcedOn());
        assertEquals(
                PaymentProblem.DEBIT_STATE,
                problem(() -> world.callAs("user:a", () -> world.handOvers.handOver(batch.id()))));
        assertEquals(
                PaymentProblem.NEEDS_OTHER,
                problem(() -> world.callAs("user:a", () -> world.debits.approve(batch.id()))));
        DirectDebitWorld.today(START.plusDays(1));
        assertThrows(
                DomainException.class,
                () -> world.callAs("user:b", () -> world.debits.approve(batch.id())),
                "a notice that is too late");
        DirectDebitWorld.today(START);
        assertEquals(
                "user:b",
                world.callAs("user:b", () -> world.debits.approve(batch.id())).approvedBy());
        assertEquals(
                PaymentProblem.DEBIT_STATE,
                problem(() -> world.callAs("user:b", () -> world.debits.approve(batch.id()))));
    }

    @Test
    void whatIsPaidMeanwhileIsSeenAndNotCollected() {
        world.mandate(account, "CORE", "RCUR");
        UUID paid = world.invoice(account, "39.90", "2027-05-01");
        world.invoice(account, "50.00", "2027-05-02");
        UUID batch = world.call(() -> world.debits.create(null)).id();
        world.call(() -> world.payments.record(
                new PaymentData(account, Money.of("0.10", "EUR"), "cash", null, null, null, null, paid)));
        assertEquals(3980, world.only(batch).openMinor());
        assertEquals(3990, world.only(batch).amountMinor());
        DirectDebitBatchDetails handed = world.call(() -> world.handOvers.handOver(batch));
        assertEquals(
                List.of(
                        new DirectDebitBatchDetails.Total("dropped", 1, 3990),
                        new DirectDebitBatchDetails.Total("handedOver", 1, 5000)),
                handed.totals());
        String file = new String(world.call(() -> world.handOvers.file(batch)).content(), StandardCharsets.UTF_8);
        assertTrue(file.contains("<NbOfTxs>1</NbOfTxs><CtrlSum>50.00</CtrlSum>"));
        assertEquals(Map.of(account, 5000L), world.call(() -> world.inFlight.amounts(List.of(account))));
    }

    @Test
    void aSuspendedMandateCollectsNothingAndASingleOneCollectsOnce() {
        UUID mandate = world.mandate(account, "CORE", "OOFF").id();
        world.invoice(account, "39.90", "2027-05-01");
        world.invoice(account, "50.00", "2027-05-02");
        world.call(() -> world.mandates.suspend(mandate, "asked"));
        assertEquals(List.of("mandateSuspended", "mandateSuspended"), reasons());
        world.call(() -> world.mandates.resume(mandate));
        assertEquals(List.of("oneOff"), reasons());
        UUID batch = world.handedOver().id();
        assertEquals("used", world.call(() -> world.mandates.get(mandate)).state());
        assertEquals(
                "cancelled",
                world.call(() -> world.handOvers.cancel(batch, "never sent")).state());
        assertEquals("active", world.call(() -> world.mandates.get(mandate)).state());
        assertEquals(Map.of(), world.call(() -> world.inFlight.amounts(List.of(account))));
        assertEquals(1, world.call(() -> world.debits.plan(null)).lines().size());
    }

    @Test
    void aDebitIsDroppedByHandAndAMandateThatEndsDropsItsDebits() {
        UUID mandate = world.mandate(account, "CORE", "RCUR").id();
        world.invoice(account, "39.90", "2027-05-01");
        UUID batch = world.call(() -> world.debits.create(null)).id();
        UUID debit = world.only(batch).id();
        assertThrows(DomainException.class, () -> world.call(() -> world.debits.drop(debit, "")));
        assertEquals(
                "dropped",
                world.call(() -> world.debits.drop(debit, "disputed")).state());
        assertEquals(PaymentProblem.DEBIT_STATE, problem(() -> world.call(() -> world.debits.drop(debit, "x"))));
        assertEquals(PaymentProblem.NOTHING_DUE, problem(() -> world.call(() -> world.handOvers.handOver(batch))));
        UUID second = world.call(() -> world.debits.create(null)).id();
        world.call(() -> world.mandates.cancel(mandate, "moved"));
        assertEquals(PaymentProblem.NOTHING_DUE, problem(() -> world.call(() -> world.handOvers.handOver(second))));
        assertEquals("planned", world.only(second).state(), "a refused hand-over changes nothing");
    }

    @Test
    void theBankNeedsABusinessDay() {
        world.mandate(account, "CORE", "RCUR");
        world.invoice(account, "39.90", "2027-05-01");
        UUID batch = world.call(() -> world.debits.create(null)).id();
        DirectDebitWorld.today(FIRST);
        assertEquals(PaymentProblem.DEBIT_STATE, problem(() -> world.call(() -> world.handOvers.handOver(batch))));
        DirectDebitWorld.today(FIRST.minusDays(1));
        assertEquals(
                "handedOver", world.call(() -> world.handOvers.handOver(batch)).state());
    }

    private List<String> reasons() {
        return world.call(() -> world.debits.plan(null)).leftOut().stream()
                .map(DirectDebitPlan.LeftOut::reason)
                .toList();
    }

    private String refusedDay(LocalDate day) {
        return assertThrows(DomainException.class, () -> world.call(() -> world.debits.plan(day)))
                .attribute();
    }

    private static Object problem(Runnable work) {
        return assertThrows(DomainException.class, work::run).problem();
    }
}
