package net.dotmac.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.Database;
import org.junit.jupiter.api.Test;

/** What closing a month keeps out, and what it lets on. */
class PeriodServiceTest {

    private static final YearMonth APRIL = YearMonth.of(2027, 4);

    private final Books books = new Books();

    @Test
    void aClosedMonthKeepsItsTrialBalance() {
        books.invoice("100.00", "19.00", "2027-04-02");
        books.invoice("10.00", "1.90", "2027-05-02");
        ClosedPeriod closed = close(APRIL);
        assertEquals(APRIL, closed.month());
        assertEquals("system:test", closed.closedBy());
        assertNull(closed.reopenedAt());
        TrialBalance kept = books.call(() -> books.periods.closingBalance(APRIL));
        assertEquals(
                books.call(() -> books.ledger.trialBalance(LocalDate.of(2027, 4, 30)))
                        .accounts(),
                kept.accounts());
        assertEquals(3, kept.accounts().size());
        assertEquals(LocalDate.of(2027, 5, 1), books.call(books.ledger::openFrom));
        assertTrue(Books.EVENTS.contains("ledger.periods.closed.v1 {month=2027-04, through=2027-04-30}")
                || Books.EVENTS.contains("ledger.periods.closed.v1 {through=2027-04-30, month=2027-04}"));
        assertTrue(Books.AUDIT.stream().anyMatch(each -> each.startsWith("period.closed " + closed.id())));
    }

    @Test
    void aMonthIsClosedOnceItIsOverAndInItsTurn() {
        assertEquals(LocalDate.MIN, books.call(books.ledger::openFrom));
        assertRefused(LedgerProblem.NOT_OVER, () -> close(YearMonth.of(2027, 5)));
        books.setToday("2027-06-01");
        close(YearMonth.of(2027, 3));
        assertRefused(LedgerProblem.NOT_ITS_TURN, () -> close(YearMonth.of(2027, 5)));
        assertRefused(LedgerProblem.NOT_ITS_TURN, () -> close(YearMonth.of(2027, 3)));
        close(APRIL);
        assertEquals(YearMonth.of(2027, 5), books.call(books.periods::next).month());
        close(YearMonth.of(2027, 5));
        NextClose june = books.call(books.periods::next);
        assertFalse(june.isOver());
        assertFalse(june.isPossible());
    }

    @Test
    void booksThatDontBalanceAreNotClosed() throws Exception {
        UUID invoice = books.invoice("100.00", "0", "2027-04-02");
        try (var superuser = Books.SERVER.superuser();
                var statement = superuser.prepareStatement(
                        "update ledger.open_item set amount_minor = 10001 " + "where document_id = ?")) {
            statement.setObject(1, invoice);
            statement.execute();
        }
        assertFalse(books.call(books.periods::next).isPossible());
        assertRefused(LedgerProblem.NOT_BALANCED, () -> close(APRIL));
        assertEquals(LocalDate.MIN, books.call(books.ledger::openFrom));
    }

    @Test
    void aDayThatSomebodyChoseIsRefusedAndOneThatCameAlongIsForwarded() {
        books.invoice("100.00", "0", "2027-04-02");
        close(APRIL);
        DomainException refused =
                assertRefused(LedgerProblem.PERIOD_CLOSED, () -> books.pay("60.00", "2027-04-30", DayChoice.CHOSEN));
        assertTrue(refused.getMessage().contains("2027-04-30"), refused.getMessage());
        assertTrue(refused.getMessage().contains("Use 2027-05-01"), refused.getMessage());
        UUID payment = books.pay("60.00", "2027-04-30", DayChoice.GIVEN);
        UUID late = books.invoice("10.00", "0", "2027-04-15");
        assertEquals(List.of("2027-05-01 2027-04-30"), days(payment, "payment"));
        assertEquals(List.of("2027-05-01 2027-04-15"), days(late, "invoice"));
        assertEquals(10_000, books.balance(LedgerAccount.RECEIVABLES, "2027-04-30"));
        assertBalanced("2027-04-30", "2027-05-01", "2027-05-20");
    }

    @Test
    void aTenantMayForwardWhatPeopleChose() {
        close(APRIL);
        assertEquals(ChosenDays.REFUSE, books.call(books.periods::chosenDays));
        books.run(() -> books.periods.setChosenDays(ChosenDays.FORWARD));
        UUID payment = books.pay("60.00", "2027-04-30", DayChoice.CHOSEN);
        assertEquals(List.of("2027-05-01 2027-04-30"), days(payment, "payment"));
        assertEquals(ChosenDays.FORWARD, books.call(books.periods::chosenDays));
    }

    @Test
    void whatIsDerivedIsNeverBookedInAClosedMonth() {
        books.invoice("100.00", "0", "2027-04-02");
        UUID payment = Ids.next();
        LocalDate paid = LocalDate.of(2027, 4, 3);
        books.run(() -> {
            books.ledger.bookPayment(payment, books.account, Money.of("40.00", "EUR"), paid, DayChoice.GIVEN);
            books.ledger.settle(books.account, null, paid);
        });
        close(APRIL);
        books.run(() -> books.ledger.reversePayment(payment, LocalDate.of(2027, 4, 20)));
        assertEquals(6_000, books.balance(LedgerAccount.RECEIVABLES, "2027-04-30"));
        assertEquals(10_000, books.balance(LedgerAccount.RECEIVABLES, "2027-05-01"));
        assertEquals(0, books.balance(LedgerAccount.BANK, "2027-05-01"));
        books.run(() -> books.ledger.settle(books.account, null, LocalDate.of(2027, 4, 20)));
        assertBalanced("2027-04-02", "2027-04-30", "2027-05-01", "2027-05-31");
    }

    @Test
    void onlyTheLastClosedMonthIsReopenedAndWithAReason() {
        books.setToday("2027-06-10");
        close(APRIL);
        close(YearMonth.of(2027, 5));
        assertThrows(DomainException.class, () -> reopen(YearMonth.of(2027, 5), " "));
        assertRefused(LedgerProblem.NOT_ITS_TURN, () -> reopen(APRIL, "late invoice"));
        ClosedPeriod reopened = reopen(YearMonth.of(2027, 5), "late invoice");
        assertFalse(reopened.isClosed());
        assertEquals("late invoice", reopened.reopenReason());
        books.pay("10.00", "2027-05-31", DayChoice.CHOSEN);
        close(YearMonth.of(2027, 5));
        List<ClosedPeriod> periods = books.call(books.periods::list);
        assertEquals(3, periods.size());
        assertTrue(periods.get(0).isClosed() && !periods.get(1).isClosed());
        assertTrue(Books.AUDIT.stream()
                .anyMatch(each -> each.startsWith("period.reopened") && each.contains("late invoice")));
    }

    /** A booking under way is waited for; one that comes while the month is being closed is forwarded. */
    @Test
    void aCloseAndABookingAtOnceLeaveNothingInTheClosedMonth() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            CountDownLatch booked = new CountDownLatch(1);
            CountDownLatch maySucceed = new CountDownLatch(1);
            UUID early = Ids.next();
            Future<?> booking = threads.submit(() -> books.run(() -> {
                books.ledger.bookDocuments(List.of(books.posting(early, "100.00", "0", LocalDate.of(2027, 4, 30))));
                booked.countDown();
                await(maySucceed);
            }));
            await(booked);
            Future<ClosedPeriod> closing = threads.submit(() -> close(APRIL));
            awaitWaiting();
            Future<UUID> late = threads.submit(() -> books.invoice("7.00", "0", "2027-04-30"));
            assertFalse(closing.isDone());
            maySucceed.countDown();
            booking.get(30, TimeUnit.SECONDS);
            closing.get(30, TimeUnit.SECONDS);
            UUID forwarded = late.get(30, TimeUnit.SECONDS);
            assertEquals(List.of("2027-04-30 null"), days(early, "invoice"));
            assertEquals(List.of("2027-05-01 2027-04-30"), days(forwarded, "invoice"));
            assertEquals(
                    10_000,
                    books.call(() -> books.periods.closingBalance(APRIL)).accounts().stream()
                            .filter(row -> row.account() == LedgerAccount.RECEIVABLES)
                            .mapToLong(TrialBalance.Row::balanceMinor)
                            .sum());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Until the close waits for the booking's lock. */
    private void awaitWaiting() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted";
        while (books.call(() -> Books.SERVER.get(Database.class).list(waiting, row -> row.getInt(1)))
                        .get(0)
                == 0) {
            assertTrue(System.nanoTime() < deadline, "nobody waits for the books");
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> days(UUID document, String kind) {
        return books.call(() -> Books.SERVER
                .get(Database.class)
                .list(
                        "select booked_on, document_on from ledger.journal where document_id = ? and document_kind = ?",
                        row -> row.getString(1) + " " + row.getString(2),
                        document,
                        kind));
    }

    private ClosedPeriod close(YearMonth month) {
        return books.call(() -> books.periods.close(month));
    }

    private ClosedPeriod reopen(YearMonth month, String reason) {
        return books.call(() -> books.periods.reopen(month, reason));
    }

    private void assertBalanced(String... days) {
        for (String day : days) {
            assertEquals(
                    List.of(),
                    books.call(() -> books.ledger.trialBalance(Books.day(day))).differences(),
                    day);
        }
    }

    private static DomainException assertRefused(
            LedgerProblem problem, org.junit.jupiter.api.function.Executable call) {
        DomainException refused = assertThrows(DomainException.class, call);
        assertEquals(problem, refused.problem());
        return refused;
    }
}
