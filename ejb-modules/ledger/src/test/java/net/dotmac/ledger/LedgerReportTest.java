package net.dotmac.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What stood open on past days, and what moved between two. */
class LedgerReportTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);

    private final Books books = new Books();
    private final LedgerReportService reports = Books.SERVER.get(LedgerReportService.class);

    @Test
    void agesAreThoseOfTheDay() {
        books.invoice("100.00", "0", "2027-03-01");
        books.invoice("50.00", "0", "2027-05-01");
        books.pay("30.00", "2027-05-10", DayChoice.GIVEN);
        assertAge("2027-02-28");
        assertAge("2027-03-15", 10_000, 0, 0, 0, 0, 0);
        assertAge("2027-03-16", 0, 10_000, 0, 0, 0, 0);
        assertAge("2027-04-14", 0, 10_000, 0, 0, 0, 0);
        assertAge("2027-04-15", 0, 0, 10_000, 0, 0, 0);
        assertAge("2027-05-14", 5_000, 0, 10_000, 0, 0, 3_000);
        assertAge("2027-05-20", 0, 5_000, 0, 7_000, 0, 0);
        assertAge("2027-06-30", 0, 0, 5_000, 0, 7_000, 0);
    }

    @Test
    void whoOwesMostComesFirstAndPagesAreParts() {
        Books other = books;
        for (int i = 1; i <= 5; i++) {
            UUID account = net.dotmac.kernel.Ids.next();
            long amount = i * 1_000L;
            LocalDate day = LocalDate.of(2027, 5, 1);
            other.run(() -> other.ledger.bookDocuments(List.of(new DocumentPosting(
                    net.dotmac.kernel.Ids.next(),
                    account,
                    "EUR",
                    List.of(new DocumentPosting.Part("none 0", amount, 0)),
                    day,
                    day))));
        }
        LocalDate day = LocalDate.of(2027, 5, 20);
        var page = books.call(() -> reports.ageing(day, 1, 2));
        assertEquals(5, page.total());
        assertEquals(
                List.of(4_000L, 3_000L),
                page.rows().stream().map(AccountAge::dueMinor).toList());
        List<AccountAge> streamed = new ArrayList<>();
        books.run(() -> reports.eachAge(day, streamed::addAll));
        assertEquals(5, streamed.size());
        assertEquals(page.rows(), streamed.subList(1, 3));
        assertEquals(15_000, books.call(() -> reports.ageTotals(day)).get(0).dueMinor());
        assertEquals(5, books.call(() -> reports.openItems(day, 0, 3)).total());
        assertEquals(List.of(), new Books().call(() -> reports.ageTotals(day)), "another tenant has none");
    }

    @Test
    void movementsLeadFromOneBalanceToTheNext() {
        books.invoice("100.00", "19.00", "2027-03-01");
        books.invoice("50.00", "9.50", "2027-04-10");
        books.pay("119.00", "2027-04-11", DayChoice.GIVEN);
        LocalDate from = LocalDate.of(2027, 4, 1);
        LocalDate to = LocalDate.of(2027, 4, 30);
        List<AccountMovement> movements = books.call(() -> reports.movements(from, to));
        AccountMovement receivables = movements.stream()
                .filter(each -> each.account() == LedgerAccount.RECEIVABLES)
                .findFirst()
                .orElseThrow();
        assertEquals(new AccountMovement(LedgerAccount.RECEIVABLES, "EUR", 11_900, 5_950, 0), receivables);
        for (AccountMovement each : movements) {
            assertEquals(books.balance(each.account(), "2027-04-30"), each.closingMinor());
            assertEquals(books.balance(each.account(), "2027-03-31"), each.openingMinor());
        }
        assertEquals(
                0, movements.stream().mapToLong(AccountMovement::closingMinor).sum());
        DomainException refused =
                assertThrows(DomainException.class, () -> books.call(() -> reports.movements(to, from)));
        assertEquals("to", refused.attribute());
    }

    /**
     * Whatever was booked in whatever order, closed months between: on each day the control accounts equal the open
     * items, and the ageing list, the list of items and the trial balance tell the same sums.
     */
    @Property(tries = 6)
    void listsAndBalancesAgreeOnEachPastDay(
            @ForAll @Size(min = 4, max = 14) List<@IntRange(min = 0, max = 999_999) Integer> seeds) {
        Books world = new Books();
        List<UUID> payments = new ArrayList<>();
        for (int seed : seeds) {
            LocalDate day = START.plusDays(seed % 140);
            String amount = (1 + seed / 7 % 500) + ".00";
            switch (seed % 6) {
                case 0, 1, 2 -> world.invoice(amount, "0", day.toString());
                case 3 -> world.invoice("-" + amount, "0", day.toString());
                case 4 -> payments.add(world.pay(amount, day.toString(), DayChoice.GIVEN));
                default -> act(world, payments, day);
            }
        }
        for (int seed : seeds) {
            assertAgree(world, START.plusDays(seed % 150));
        }
        assertAgree(world, START.minusDays(1));
        assertAgree(world, LocalDate.of(2027, 12, 31));
    }

    /** Takes a payment back, settles on a past day, or closes the month after the last closed. */
    private static void act(Books world, List<UUID> payments, LocalDate day) {
        if (day.getDayOfMonth() % 3 == 0) {
            YearMonth next = world.call(world.periods::next).month();
            if (next.isBefore(YearMonth.of(2027, 5))) {
                world.call(() -> world.periods.close(next));
            }
        } else if (day.getDayOfMonth() % 3 == 1 && !payments.isEmpty()) {
            UUID payment = payments.remove(0);
            world.run(() -> world.ledger.reversePayment(payment, day));
        } else {
            world.run(() -> world.ledger.settle(world.account, null, day));
        }
    }

    private static void assertAgree(Books world, LocalDate day) {
        LedgerReportService reports = Books.SERVER.get(LedgerReportService.class);
        TrialBalance balance = world.call(() -> world.ledger.trialBalance(day));
        assertEquals(List.of(), balance.differences(), day.toString());
        long receivables = world.balance(LedgerAccount.RECEIVABLES, day.toString());
        long credit = -world.balance(LedgerAccount.CUSTOMER_CREDIT, day.toString());
        List<OpenItem> items =
                world.call(() -> reports.openItems(day, 0, 1_000)).rows();
        assertEquals(receivables, sum(items, true), day.toString());
        assertEquals(credit, sum(items, false), day.toString());
        List<AccountAge> totals = world.call(() -> reports.ageTotals(day));
        assertEquals(
                receivables, totals.stream().mapToLong(AccountAge::dueMinor).sum());
        assertEquals(credit, totals.stream().mapToLong(AccountAge::creditMinor).sum());
        assertTrue(items.stream().allMatch(item -> item.openMinor() > 0 && item.openMinor() <= item.amountMinor()));
    }

    private static long sum(List<OpenItem> items, boolean isReceivable) {
        return items.stream()
                .filter(item -> item.isReceivable() == isReceivable)
                .mapToLong(OpenItem::openMinor)
                .sum();
    }

    private void assertAge(String day, long... expected) {
        List<AccountAge> ages =
                books.call(() -> reports.ageing(Books.day(day), 0, 10)).rows();
        List<AccountAge> wanted = expected.length == 0
                ? List.of()
                : List.of(new AccountAge(
                        books.account,
                        "EUR",
                        expected[0],
                        expected[1],
                        expected[2],
                        expected[3],
                        expected[4],
                        expected[5]));
        assertEquals(wanted, ages, day);
    }
}
