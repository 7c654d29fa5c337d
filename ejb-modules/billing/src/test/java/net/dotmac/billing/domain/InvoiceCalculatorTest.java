package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.RATES;
import static net.dotmac.billing.domain.Samples.account;
import static net.dotmac.billing.domain.Samples.day;
import static net.dotmac.billing.domain.Samples.ended;
import static net.dotmac.billing.domain.Samples.every;
import static net.dotmac.billing.domain.Samples.item;
import static net.dotmac.billing.domain.Samples.metered;
import static net.dotmac.billing.domain.Samples.monthly;
import static net.dotmac.billing.domain.Samples.number;
import static net.dotmac.billing.domain.Samples.once;
import static net.dotmac.billing.domain.Samples.percent;
import static net.dotmac.billing.domain.Samples.several;
import static net.dotmac.billing.domain.Samples.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.billing.domain.InvoiceDraft.Blocked;
import net.dotmac.billing.domain.InvoiceDraft.NothingToBill;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.customers.BillTo;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.SubscriptionItem;
import org.junit.jupiter.api.Test;

class InvoiceCalculatorTest {

    @Test
    void chargesTheFirstPartAndTheNextCycleInAdvance() {
        BillableAccount account = account(1, "2027-05-01", item(monthly("79.99"), "2027-04-15", null));
        Billable invoice = only(account, "2027-05-01");
        assertEquals(List.of(4266L, 7999L), amounts(invoice));
        assertEquals(
                List.of(period("2027-04-15", "2027-05-01"), period("2027-05-01", "2027-06-01")),
                invoice.lines().stream().map(line -> line.charge().period()).toList());
        assertEquals(day("2027-06-01"), invoice.nextBillOn());
        assertEquals(4266 + 7999, invoice.net());
        assertEquals(2453, invoice.tax());
        assertEquals(DocumentKind.INVOICE, invoice.kind());
    }

    @Test
    void isNotDueBeforeItsDayAndBilledOnceAfterwards() {
        BillableAccount account = account(15, "2027-05-15", item(monthly("10"), "2027-05-15", null));
        assertTrue(
                InvoiceCalculator.calculate(account, day("2027-05-14"), RATES).isEmpty());
        assertEquals(
                1,
                InvoiceCalculator.calculate(account, day("2027-06-14"), RATES).size());
    }

    @Test
    void discountComesBeforeTax() {
        PriceTerms terms = terms(PriceType.RECURRING, ChargePeriod.MONTHLY, "0.10", "EUR", false, "reduced", null);
        Billable invoice =
                only(account(1, "2027-05-01", several(terms, "1000", "2027-05-01", null, percent("5"))), "2027-05-01");
        assertEquals(10_260, invoice.gross());
    }

    @Test
    void chargesOneTimeItemsOnce() {
        SubscriptionItem fee = item(once("49"), "2027-04-15", null);
        Samples.Builder account = new Samples.Builder(1, "2027-05-01", fee);
        Billable invoice = only(account.build(), "2027-05-01");
        assertEquals(List.of(4900L), amounts(invoice));
        account.billed(invoice);
        InvoiceDraft next = InvoiceCalculator.calculate(account.build(), day("2027-06-01"), RATES)
                .get(0);
        assertInstanceOf(NothingToBill.class, next);
        BillableAccount early = account(1, "2027-04-01", fee);
        assertInstanceOf(
                NothingToBill.class,
                InvoiceCalculator.calculate(early, day("2027-04-01"), RATES).get(0));
    }

    @Test
    void chargesUsageInArrearsWithTheWholeAllowance() {
        SubscriptionItem data =
                item(metered(UsageTariff.flat("GB", number("500"), number("0.50"))), "2027-04-20", null);
        BillableAccount account = new Samples.Builder(1, "2027-05-01", data)
                .usage(data, "2027-04-01", "650")
                .build();
        Billable invoice = only(account, "2027-05-01");
        assertEquals(7500, invoice.net());
        assertEquals(
                period("2027-04-20", "2027-05-01"),
                invoice.lines().get(0).charge().period());
        assertEquals(day("2027-05-01"), invoice.marks().get(0).chargedThrough());
    }

    @Test
    void usageOfAnEndedItemIsChargedOnceMore() {
        SubscriptionItem data =
                item(metered(UsageTariff.flat("GB", number("0"), number("1"))), "2027-03-01", "2027-04-10");
        Samples.Builder account = new Samples.Builder(1, "2027-04-01", data)
                .usage(data, "2027-03-01", "3")
                .usage(data, "2027-04-01", "4");
        assertEquals(List.of(300L, 400L, -1L), netsMonthByMonth(account, 3));
    }

    @Test
    void otherPeriodsAreAnchoredAtTheirStart() {
        SubscriptionItem quarterly =
                item(every(new ChargePeriod(ChargePeriod.Unit.MONTH, 3), "90"), "2026-11-30", null);
        Samples.Builder account = new Samples.Builder(1, "2026-12-01", quarterly);
        Billable first = only(account.build(), "2026-12-01");
        assertEquals(
                period("2026-11-30", "2027-02-28"),
                first.lines().get(0).charge().period());
        account.billed(first);
        assertEquals(List.of(-1L, 9000L, -1L, -1L, 9000L), netsMonthByMonth(account, 5));
    }

    @Test
    void anEarlyEndGivesBackWhatWasChargedAheadOfIt() {
        SubscriptionItem running = item(monthly("31"), "2027-05-01", null, percent("10"));
        Samples.Builder account = new Samples.Builder(1, "2027-05-01", running);
        account.billed(only(account.build(), "2027-05-01"));
        account.items(ended(running, "2027-05-11"));
        Billable credit = only(account.build(), "2027-06-01");
        assertEquals(DocumentKind.CREDIT_NOTE, credit.kind());
        assertEquals(List.of(-1890L), amounts(credit));
        assertEquals(LineKind.RECURRING_CREDIT, credit.lines().get(0).charge().kind());
        assertEquals(
                period("2027-05-11", "2027-06-01"),
                credit.lines().get(0).charge().period());
        assertEquals(1, credit.lines().get(0).charge().changeSequence());
        account.billed(credit);
        assertEquals(List.of(-1L), netsMonthByMonth(account, 1));
    }

    @Test
    void anItemCancelledBeforeItBeganIsGivenBackInFull() {
        SubscriptionItem item = item(monthly("31"), "2027-05-10", null);
        Samples.Builder account = new Samples.Builder(1, "2027-05-01", item);
        Billable charged = only(account.build(), "2027-05-01");
        account.billed(charged);
        account.items(ended(item, "2027-05-01"));
        Billable credit = only(account.build(), "2027-06-01");
        assertEquals(-charged.gross(), credit.gross());
    }

    @Test
    void aWithdrawnCancellationIsChargedAgainUnderAnotherKey() {
        SubscriptionItem item = item(monthly("31"), "2027-05-01", null);
        Samples.Builder account = new Samples.Builder(1, "2027-05-01", item);
        account.billed(only(account.build(), "2027-05-01"));
        account.items(ended(item, "2027-05-01"));
        account.billed(only(account.build(), "2027-06-01"));
        account.items(ended(item, null));
        Billable again = only(account.build(), "2027-07-01");
        assertEquals(
                List.of(day("2027-05-01"), day("2027-06-01"), day("2027-07-01")),
                again.lines().stream().map(l -> l.charge().period().start()).toList());
        assertTrue(again.lines().stream().allMatch(line -> line.charge().changeSequence() == 1));
    }

    @Test
    void taxFollowsTheServicePeriodAndNotTheRun() {
        TaxRates rates = new TaxRates(List.of(
                new TaxRates.Entry("standard", "", number("19"), day("2007-01-01")),
                new TaxRates.Entry("standard", "", number("16"), day("2027-05-01"))));
        BillableAccount account = account(1, "2027-05-01", item(monthly("30"), "2027-04-16", null));
        Billable invoice = (Billable)
                InvoiceCalculator.calculate(account, day("2027-05-01"), rates).get(0);
        assertEquals(
                List.of(285L, 480L), invoice.lines().stream().map(l -> l.tax()).toList());
        assertEquals(2, invoice.taxes().size());
    }

    @Test
    void saysWhyAnAccountCannotBeBilled() {
        SubscriptionItem plain = item(monthly("10"), "2027-05-01", null);
        assertEquals(BlockReason.ON_HOLD, reason(builder(plain).onHold()));
        BillTo homeless = new BillTo(plain.id(), "C-1", "Nobody", null, null, null, "en");
        assertEquals(BlockReason.MISSING_ADDRESS, reason(builder(plain).billTo(homeless)));
        assertEquals(BlockReason.CURRENCY_MISMATCH, reason(builder(fromMay(recurring("10", "NZD", "standard")))));
        assertEquals(BlockReason.NO_TAX_CATEGORY, reason(builder(fromMay(recurring("10", "EUR", null)))));
        assertEquals(BlockReason.NO_TAX_CATEGORY, reason(builder(fromMay(recurring("10", "EUR", "luxury")))));
        assertEquals(
                BlockReason.AMOUNT_OUT_OF_RANGE,
                reason(builder(fromMay(recurring("99999999999999999999", "EUR", "standard")))));
        assertEquals(BlockReason.NO_TARIFF, reason(builder(item(metered(null), "2027-05-01", null))));
        assertEquals(BlockReason.BACKLOG_TOO_LONG, reason(builder(item(monthly("10"), "1927-05-01", null))));
    }

    @Test
    void anAccountWithoutChargesIsNoException() {
        SubscriptionItem over = item(monthly("10"), "2026-01-01", "2026-01-01");
        Samples.Builder account = builder(over).billTo(null).onHold();
        assertInstanceOf(
                NothingToBill.class,
                InvoiceCalculator.calculate(account.build(), day("2027-05-01"), RATES)
                        .get(0));
    }

    @Test
    void aMendedAccountIsBilledForAllItMissed() {
        SubscriptionItem plain = item(monthly("10"), "2027-05-01", null);
        List<InvoiceDraft> held =
                InvoiceCalculator.calculate(builder(plain).onHold().build(), day("2027-07-01"), RATES);
        assertEquals(1, held.size());
        List<InvoiceDraft> released = InvoiceCalculator.calculate(builder(plain).build(), day("2027-07-01"), RATES);
        assertEquals(3, released.size());
        released.forEach(draft ->
                assertEquals(1000, assertInstanceOf(Billable.class, draft).net()));
    }

    private static Samples.Builder builder(SubscriptionItem item) {
        return new Samples.Builder(1, "2027-05-01", item);
    }

    private static SubscriptionItem fromMay(PriceTerms terms) {
        return item(terms, "2027-05-01", null);
    }

    private static PriceTerms recurring(String price, String currency, String category) {
        return terms(PriceType.RECURRING, ChargePeriod.MONTHLY, price, currency, false, category, null);
    }

    private static BlockReason reason(Samples.Builder account) {
        List<InvoiceDraft> drafts = InvoiceCalculator.calculate(account.build(), day("2027-05-01"), RATES);
        return assertInstanceOf(Blocked.class, drafts.get(0)).reason();
    }

    private static Billable only(BillableAccount account, String through) {
        List<InvoiceDraft> drafts = InvoiceCalculator.calculate(account, day(through), RATES);
        assertEquals(1, drafts.size());
        return assertInstanceOf(Billable.class, drafts.get(0));
    }

    /** The net of each cycle's document, or -1 where nothing was to bill. */
    private static List<Long> netsMonthByMonth(Samples.Builder account, int cycles) {
        List<Long> nets = new ArrayList<>();
        for (int i = 0; i < cycles; i++) {
            BillableAccount due = account.build();
            InvoiceDraft draft =
                    InvoiceCalculator.calculate(due, due.nextBillOn(), RATES).get(0);
            nets.add(draft instanceof Billable billable ? billable.net() : -1L);
            account.billed(draft);
        }
        return nets;
    }

    private static List<Long> amounts(Billable invoice) {
        return invoice.lines().stream().map(line -> line.charge().amount()).toList();
    }

    private static BillingPeriod period(String start, String end) {
        return new BillingPeriod(day(start), day(end));
    }
}
