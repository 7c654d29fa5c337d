package net.dotmac.payments;

import static net.dotmac.payments.DirectDebitWorld.IBAN;
import static net.dotmac.payments.DirectDebitWorld.OTHER_IBAN;
import static net.dotmac.payments.DirectDebitWorld.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import org.junit.jupiter.api.Test;

/** What payers signed, from the signature to the end. */
class MandateServiceTest {

    private final DirectDebitWorld world = new DirectDebitWorld(false);
    private final UUID account = world.account("Anna Müller", "EUR");

    @Test
    void aMandateTakesWhatIsKnownOfTheCustomerAndShowsNoAccount() {
        MandateDetails mandate = world.mandate(account, null, null);
        assertEquals("CORE", mandate.scheme());
        assertEquals("RCUR", mandate.sequence());
        assertEquals("Anna Müller", mandate.debtor().name());
        assertEquals("Köln", mandate.debtor().town());
        assertEquals("DE89 … 3000", mandate.debtor().iban());
        assertTrue(mandate.reference().endsWith("-1"), mandate.reference());
        assertEquals(LocalDate.of(2030, 2, 1), mandate.lapsesOn());
        assertEquals(mandate, world.call(() -> world.mandates.get(mandate.id())));
        assertEquals(
                1,
                world.call(() -> world.mandates.list(Query.where(Filter.equal("state", "active"))))
                        .total());
        assertEquals(IBAN, world.call(() -> world.mandates.revealIban(mandate.id())));
        assertEquals(
                1,
                DirectDebitWorld.count(
                        DirectDebitWorld.AUDIT, "mandate.revealed", mandate.id().toString()));
        assertEquals(0, DirectDebitWorld.count(DirectDebitWorld.EVENTS, IBAN), "events bear no account");
    }

    @Test
    void anAccountHasOneThatStandsAndAReferenceIsOnesOwn() {
        MandateDetails first = world.mandate(account, "CORE", "RCUR");
        assertProblem(PaymentProblem.MANDATE_EXISTS, () -> world.mandate(account, "B2B", "RCUR"));
        assertEquals(
                "cancelled",
                world.call(() -> world.mandates.cancel(first.id(), "moved")).state());
        assertTrue(world.mandate(account, "B2B", "RCUR").reference().endsWith("-2"));
        UUID other = world.account("Bob", "EUR");
        assertProblem(
                PaymentProblem.MANDATE_EXISTS,
                () -> world.call(() -> world.mandates.create(
                        new MandateData(other, first.reference(), null, null, START, debtor(IBAN)))));
        assertProblem(PaymentProblem.MANDATE_STATE, () -> world.call(() -> world.mandates.cancel(first.id(), "again")));
    }

    @Test
    void twoAtOnceGiveOne() throws Exception {
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            work.add(() -> {
                try {
                    return world.mandate(account, null, null).state();
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
        assertEquals(1, outcomes.stream().filter("active"::equals).count(), outcomes.toString());
        assertEquals(
                3,
                outcomes.stream().filter(PaymentProblem.MANDATE_EXISTS::equals).count(),
                outcomes.toString());
    }

    @Test
    void whatIsWrongIsNamed() {
        assertEquals("signedOn", refused(account, "CORE", START.plusDays(1), IBAN));
        assertEquals("signedOn", refused(account, "CORE", START.minusMonths(36), IBAN));
        assertEquals("signedOn", refused(account, "CORE", null, IBAN));
        assertEquals("scheme", refused(account, "COR1", START, IBAN));
        assertEquals("iban", refused(account, "CORE", START, "DE88370400440532013000"));
        assertEquals("billingAccountId", refused(null, "CORE", START, IBAN));
        assertEquals("billingAccountId", refused(world.account("Kiwi", "NZD"), "CORE", START, IBAN));
        assertEquals(null, refused(Ids.next(), "CORE", START, IBAN), "an unknown account");
        assertThrows(DomainException.class, () -> world.call(() -> world.mandates.get(Ids.next())));
    }

    @Test
    void itIsSuspendedResumedAndAmended() {
        UUID id = world.mandate(account, null, null).id();
        assertProblem(PaymentProblem.MANDATE_STATE, () -> world.call(() -> world.mandates.resume(id)));
        MandateDetails suspended = world.call(() -> world.mandates.suspend(id, "on holiday"));
        assertEquals("on holiday", suspended.stateReason());
        assertEquals("active", world.call(() -> world.mandates.resume(id)).state());
        MandateDetails amended = world.call(() -> world.mandates.amend(id, debtor(OTHER_IBAN)));
        assertFalse(amended.isAmended(), "the bank has never heard of the other account");
        assertEquals("AT61 … 3201", amended.debtor().iban());
        assertThrows(DomainException.class, () -> world.call(() -> world.mandates.suspend(id, " ")));
    }

    @Test
    void whatIsNotUsedForThirtySixMonthsLapses() {
        UUID id = world.mandate(account, null, null).id();
        DirectDebitWorld.today(LocalDate.of(2030, 1, 31));
        assertEquals(0, world.call(() -> world.mandates.lapseUnused()));
        DirectDebitWorld.today(LocalDate.of(2030, 2, 1));
        assertEquals(1, world.call(() -> world.mandates.lapseUnused()));
        assertEquals(0, world.call(() -> world.mandates.lapseUnused()));
        assertEquals("lapsed", world.call(() -> world.mandates.get(id)).state());
        assertProblem(PaymentProblem.MANDATE_STATE, () -> world.call(() -> world.mandates.resume(id)));
    }

    private static Debtor debtor(String iban) {
        return DirectDebitWorld.debtor(iban);
    }

    private String refused(UUID whose, String scheme, LocalDate signedOn, String iban) {
        return assertThrows(
                        DomainException.class,
                        () -> world.call(() -> world.mandates.create(
                                new MandateData(whose, null, scheme, null, signedOn, debtor(iban)))))
                .attribute();
    }

    private static void assertProblem(PaymentProblem expected, Runnable work) {
        assertEquals(expected, assertThrows(DomainException.class, work::run).problem());
    }
}
