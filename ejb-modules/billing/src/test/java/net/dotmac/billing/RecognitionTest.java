package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.DeferredRevenue;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerProblem;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.PeriodService;
import net.dotmac.ledger.RecognitionService;
import net.dotmac.ledger.TrialBalance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revenue is recognised by service period, and the account always holds what the lines say is unserved. */
class RecognitionTest {

    private final BillingWorld world = new BillingWorld();
    private final RecognitionService recognition = world.service(RecognitionService.class);

    /** 366.00 for the 366 days from 1 May 2027: 31, 30 and 31 of them are served by the end of July. */
    @Test
    void aYearIsRecognisedByDays() {
        yearly("366.00", "2027-05-01");
        world.bill("2027-05-01");
        assertEquals(-36_600, balance(LedgerAccount.REVENUE, "2027-05-31"));
        world.setToday("2027-08-02");
        assertEquals(List.of(new DeferredRevenue(YearMonth.of(2027, 7), "EUR", 27_400, 27_400)), recognise("2027-07"));
        assertEquals(-33_500, balance(LedgerAccount.DEFERRED_REVENUE, "2027-05-31"));
        assertEquals(-30_500, balance(LedgerAccount.DEFERRED_REVENUE, "2027-06-30"));
        assertEquals(-9_200, balance(LedgerAccount.REVENUE, "2027-07-31"));
    }

    @Test
    void aSecondRecognitionMovesNothing() {
        yearly("100.00", "2027-05-01");
        world.bill("2027-05-01");
        world.setToday("2027-07-02");
        List<DeferredRevenue> first = recognise("2027-06");
        long rows = world.count("ledger.journal").get("ledger.journal");
        assertEquals(first, recognise("2027-06"));
        assertEquals(first, recognise("2027-06"));
        assertEquals(rows, world.count("ledger.journal").get("ledger.journal"));
        assertEquals(0, first.get(0).differenceMinor());
    }

    @Test
    void aMonthThatIsNotOverOrIsClosedIsRefused() {
        DomainException early = assertThrows(DomainException.class, () -> recognise("2027-05"));
        assertEquals(LedgerProblem.NOT_OVER, early.problem());
        world.call(() -> world.service(PeriodService.class).close(YearMonth.of(2027, 4)));
        DomainException late = assertThrows(DomainException.class, () -> recognise("2027-04"));
        assertEquals(LedgerProblem.PERIOD_CLOSED, late.problem());
    }

    @Test
    void aCreditTakesBackWhatIsUnserved() {
        yearly("365.00", "2027-05-01");
        world.bill("2027-05-01");
        world.setToday("2027-06-15");
        InvoiceDetails invoice = world.invoices().get(0);
        world.call(() -> world.service(InvoiceService.class).credit(invoice.id(), CreditRequest.whole("moved away")));
        world.setToday("2027-07-01");
        recognise("2027-06");
        assertEquals(0, balance(LedgerAccount.DEFERRED_REVENUE, "2027-06-30"));
        assertEquals(0, balance(LedgerAccount.REVENUE, "2027-06-30"));
        assertTrue(balance(LedgerAccount.DEFERRED_REVENUE, "2027-05-31") < 0);
    }

    /** Closing recognises, and what comes later into the closed month's future is caught up with. */
    @Test
    void closingAMonthRecognisesItsRevenue() {
        yearly("120.00", "2027-05-01");
        world.bill("2027-05-01");
        world.setToday("2027-06-01");
        world.call(() -> world.service(PeriodService.class).close(YearMonth.of(2027, 5)));
        List<DeferredRevenue> may = world.call(() -> recognition.deferred(YearMonth.of(2027, 5)));
        assertEquals(0, may.get(0).differenceMinor());
        assertEquals(-may.get(0).bookedMinor(), balance(LedgerAccount.DEFERRED_REVENUE, "2027-05-31"));
        assertTrue(may.get(0).bookedMinor() > 0);
    }

    /**
     * Random items of random periods, billed and credited over a year: after each month's end the account holds the
     * rest.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theAccountHoldsTheUnservedPartsAtEachMonthsEnd(long seed) {
        Random random = new Random(seed);
        LocalDate start = LocalDate.of(2027, 5, 1);
        for (int i = 0; i < 6; i++) {
            ChargePeriod period =
                    new ChargePeriod(ChargePeriod.Unit.MONTH, List.of(1, 3, 12).get(random.nextInt(3)));
            BigDecimal price = new BigDecimal(random.nextInt(30_000) + 1).movePointLeft(2);
            item(price, period, start.plusDays(random.nextInt(60)), random.nextInt(28) + 1);
        }
        for (YearMonth month = YearMonth.from(start);
                month.isBefore(YearMonth.of(2028, 3));
                month = month.plusMonths(1)) {
            LocalDate day = month.atDay(random.nextInt(month.lengthOfMonth()) + 1);
            world.setToday(day.toString());
            world.bill(day.toString());
            credit(random);
            if (random.nextInt(3) > 0) {
                YearMonth last = month.minusMonths(1);
                recognise(last.toString());
                assertEquals(-unserved(last.atEndOfMonth()), balance(LedgerAccount.DEFERRED_REVENUE, last));
            }
        }
        world.setToday("2031-01-01");
        recognise("2030-12");
        for (YearMonth month = YearMonth.from(start);
                month.isBefore(YearMonth.of(2028, 6));
                month = month.plusMonths(1)) {
            assertEquals(
                    -unserved(month.atEndOfMonth()), balance(LedgerAccount.DEFERRED_REVENUE, month), month.toString());
        }
        assertEquals(0, balance(LedgerAccount.DEFERRED_REVENUE, "2030-12-31"));
        long net = world.invoices().stream().mapToLong(InvoiceDetails::netMinor).sum();
        assertEquals(-net, balance(LedgerAccount.REVENUE, "2030-12-31"));
    }

    private void credit(Random random) {
        List<InvoiceDetails> open = world.invoices().stream()
                .filter(each -> each.kind().equals("invoice") && each.openMinor() > 200)
                .toList();
        if (!open.isEmpty() && random.nextBoolean()) {
            InvoiceDetails invoice = open.get(random.nextInt(open.size()));
            Money part = new Money(1 + random.nextInt((int) invoice.openMinor()), "EUR");
            world.call(() ->
                    world.service(InvoiceService.class).credit(invoice.id(), CreditRequest.ofAmount(part, "outage")));
        }
    }

    /** Worked out here, line by line. */
    private long unserved(LocalDate day) {
        List<InvoiceDetails> issued = world.invoices().stream()
                .filter(each -> !each.issuedOn().isAfter(day))
                .toList();
        return world
                .call(() -> world.service(InvoiceService.class)
                        .lines(issued.stream().map(InvoiceDetails::id).toList()))
                .stream()
                .mapToLong(line -> {
                    long days = ChronoUnit.DAYS.between(line.periodStart(), line.periodEnd());
                    long served = Math.max(0, Math.min(days, ChronoUnit.DAYS.between(line.periodStart(), day) + 1));
                    return line.netMinor()
                            - BigDecimal.valueOf(line.netMinor() * served)
                                    .divide(BigDecimal.valueOf(days), 0, RoundingMode.HALF_UP)
                                    .longValueExact();
                })
                .sum();
    }

    private List<DeferredRevenue> recognise(String month) {
        return world.call(() -> recognition.recognise(YearMonth.parse(month)));
    }

    private long balance(LedgerAccount account, YearMonth month) {
        return balance(account, month.atEndOfMonth().toString());
    }

    private long balance(LedgerAccount account, String day) {
        TrialBalance balance =
                world.call(() -> world.service(LedgerService.class).trialBalance(LocalDate.parse(day)));
        assertEquals(List.of(), balance.differences());
        return balance.accounts().stream()
                .filter(row -> row.account() == account)
                .mapToLong(TrialBalance.Row::balanceMinor)
                .sum();
    }

    private void yearly(String price, String start) {
        item(
                new BigDecimal(price),
                new ChargePeriod(ChargePeriod.Unit.MONTH, 12),
                LocalDate.parse(start),
                LocalDate.parse(start).getDayOfMonth());
    }

    private void item(BigDecimal price, ChargePeriod period, LocalDate start, int cycleDay) {
        world.item(
                world.account(cycleDay),
                new PriceTerms(
                        Ids.next(), "Access", PriceType.RECURRING, period, price, "EUR", false, "standard", null),
                start.toString());
    }
}
