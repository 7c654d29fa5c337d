package net.dotmac.billing.domain;

import static net.dotmac.billing.domain.Samples.RATES;
import static net.dotmac.billing.domain.Samples.every;
import static net.dotmac.billing.domain.Samples.number;
import static net.dotmac.billing.domain.Samples.percent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dotmac.billing.domain.InvoiceDraft.Billable;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.services.Discount;
import net.dotmac.services.SubscriptionItem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Whenever the runs happen, and whenever an end becomes known, the same service costs the same. */
@Tag("property")
class CatchingUpTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    @Property
    void billingMonthByMonthAndCatchingUpComeToTheSameDocuments(
            @ForAll @IntRange(min = 1, max = 31) int cycleDay,
            @ForAll @IntRange(min = 0, max = 40) int startDay,
            @ForAll @IntRange(min = 0, max = 3) int periodKind,
            @ForAll @IntRange(min = 1, max = 8) int cycles) {
        SubscriptionItem item = item(startDay, null, periodKind);
        LocalDate first = CycleCalculator.after(FIRST, cycleDay);
        Samples.Builder monthly = new Samples.Builder(cycleDay, first.toString(), item);
        LocalDate cycle = first;
        long net = 0;
        for (int i = 0; i < cycles; i++) {
            net += bill(monthly, cycle);
            cycle = CycleCalculator.after(cycle, cycleDay);
        }
        Samples.Builder atOnce = new Samples.Builder(cycleDay, first.toString(), item);
        assertEquals(net, bill(atOnce, CycleCalculator.before(cycle, cycleDay)));
    }

    @Property
    void anEndThatBecomesKnownLateCostsTheSameAsOneKnownBefore(
            @ForAll @IntRange(min = 1, max = 31) int cycleDay,
            @ForAll @IntRange(min = 0, max = 40) int startDay,
            @ForAll @IntRange(min = 0, max = 120) int days,
            @ForAll @IntRange(min = 0, max = 3) int periodKind) {
        SubscriptionItem open = item(startDay, null, periodKind);
        LocalDate end = open.start().plusDays(days);
        SubscriptionItem ended = Samples.ended(open, end.toString());
        LocalDate first = CycleCalculator.after(FIRST, cycleDay);
        Samples.Builder late = new Samples.Builder(cycleDay, first.toString(), open);
        Samples.Builder known = new Samples.Builder(cycleDay, first.toString(), ended);
        long lateNet = bill(late, first.plusMonths(3));
        late.items(ended);
        lateNet += bill(late, first.plusMonths(6));
        assertEquals(bill(known, first.plusMonths(6)), lateNet);
    }

    @Property
    void noChargeIsMadeTwice(
            @ForAll @IntRange(min = 1, max = 31) int cycleDay,
            @ForAll @IntRange(min = 0, max = 60) int endDay,
            @ForAll @IntRange(min = 0, max = 3) int periodKind) {
        SubscriptionItem open = item(5, null, periodKind);
        LocalDate first = CycleCalculator.after(FIRST, cycleDay);
        Samples.Builder account = new Samples.Builder(cycleDay, first.toString(), open);
        Set<String> keys = new HashSet<>();
        for (int month = 0; month < 6; month++) {
            boolean isEnded = month == 2 || month == 4;
            account.items(
                    isEnded ? Samples.ended(open, open.start().plusDays(endDay).toString()) : open);
            for (InvoiceDraft draft : InvoiceCalculator.calculate(account.build(), first.plusMonths(month), RATES)) {
                account.billed(draft);
                if (draft instanceof Billable billable) {
                    billable.lines().forEach(line -> assertTrue(keys.add(key(line.charge())), key(line.charge())));
                }
            }
        }
    }

    private static String key(Charge charge) {
        return charge.kind() + " " + charge.period().start() + " " + charge.changeSequence();
    }

    private static long bill(Samples.Builder account, LocalDate through) {
        long net = 0;
        List<InvoiceDraft> drafts = InvoiceCalculator.calculate(account.build(), through, RATES);
        for (InvoiceDraft draft : drafts) {
            account.billed(draft);
            if (draft instanceof Billable billable) {
                net += billable.net();
            } else {
                assertInstanceOf(InvoiceDraft.NothingToBill.class, draft);
            }
        }
        return net;
    }

    private static SubscriptionItem item(int startDay, LocalDate end, int periodKind) {
        ChargePeriod period =
                switch (periodKind) {
                    case 0 -> ChargePeriod.MONTHLY;
                    case 1 -> new ChargePeriod(ChargePeriod.Unit.MONTH, 3);
                    case 2 -> new ChargePeriod(ChargePeriod.Unit.WEEK, 2);
                    default -> new ChargePeriod(ChargePeriod.Unit.YEAR, 1);
                };
        LocalDate start = FIRST.plusDays(startDay);
        Discount promotion = new Discount("Start", Discount.Kind.PERCENT, number("33"), null, start.plusDays(40));
        return Samples.item(
                every(period, "79.99"), start.toString(), end == null ? null : end.toString(), promotion, percent("7"));
    }
}
