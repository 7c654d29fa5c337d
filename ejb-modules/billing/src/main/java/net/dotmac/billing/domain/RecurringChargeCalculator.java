package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.SubscriptionItem;

/**
 * Charges a recurring item in advance or in arrears, catches up what has not been charged, and gives back what was charged
 * beyond its end.
 *
 * <p>The charges of an item line up without gap or overlap from its start to its mark. So what was charged for a period can
 * be computed again from the item's terms, which never change, and a credit is the difference to what should have been
 * charged: billing month by month and catching up in one go come to the same sums.
 */
public final class RecurringChargeCalculator {

    private final SubscriptionItem item;
    private final int cycleDay;
    private final List<Charge> charges = new ArrayList<>();
    private LocalDate chargedThrough;
    private int changeSequence;

    private RecurringChargeCalculator(SubscriptionItem item, int cycleDay, ChargeMark mark) {
        this.item = item;
        this.cycleDay = cycleDay;
        this.chargedThrough = mark == null ? item.start() : mark.chargedThrough();
        this.changeSequence = mark == null ? 0 : mark.changeSequence();
    }

    /**
     * @param item a recurring item
     * @param cycleDay the account's cycle day, 1 to 31
     * @param mark how far it was charged before, or null for not at all
     * @param cycleDate the date billed for: in arrears, periods that ended by it are charged
     * @param horizon the next cycle date: in advance, periods that start before it are charged
     * @return the charges in order of time, and the mark after them
     */
    public static ItemCharges charge(
            SubscriptionItem item, int cycleDay, ChargeMark mark, LocalDate cycleDate, LocalDate horizon) {
        RecurringChargeCalculator calculation = new RecurringChargeCalculator(item, cycleDay, mark);
        calculation.giveBackBeyondEnd();
        if (isInArrears(item)) {
            calculation.chargeEndedBy(cycleDate);
        } else {
            calculation.chargeUpTo(horizon);
        }
        return new ItemCharges(
                calculation.charges, new ChargeMark(item.id(), calculation.chargedThrough, calculation.changeSequence));
    }

    private static boolean isInArrears(SubscriptionItem item) {
        ChargePeriod period = item.terms().period();
        return period != null && period.timing() == ChargePeriod.Timing.ARREARS;
    }

    private void chargeUpTo(LocalDate horizon) {
        while (chargedThrough.isBefore(horizon) && !isOver()) {
            BillingPeriod whole = periodOf(chargedThrough);
            BillingPeriod part = new BillingPeriod(chargedThrough, earlier(whole.end(), item.end()));
            charge(part, whole);
        }
    }

    private void chargeEndedBy(LocalDate cycleDate) {
        while (!isOver()) {
            BillingPeriod whole = periodOf(chargedThrough);
            BillingPeriod part = new BillingPeriod(chargedThrough, earlier(whole.end(), item.end()));
            if (part.end().isAfter(cycleDate)) {
                return;
            }
            charge(part, whole);
        }
    }

    private boolean isOver() {
        return item.end() != null && !chargedThrough.isBefore(item.end());
    }

    private void charge(BillingPeriod part, BillingPeriod whole) {
        charges.add(line(LineKind.RECURRING, part, PriceCalculator.price(item, part, whole)));
        chargedThrough = part.end();
    }

    private void giveBackBeyondEnd() {
        if (item.end() == null || !chargedThrough.isAfter(item.end())) {
            return;
        }
        LocalDate end = item.end().isBefore(item.start()) ? item.start() : item.end();
        if (!chargedThrough.isAfter(end)) {
            return;
        }
        changeSequence++;
        for (LocalDate from = end; from.isBefore(chargedThrough); ) {
            BillingPeriod whole = periodOf(from);
            BillingPeriod charged =
                    new BillingPeriod(later(whole.start(), item.start()), earlier(whole.end(), chargedThrough));
            BillingPeriod back = new BillingPeriod(from, charged.end());
            charges.add(line(LineKind.RECURRING_CREDIT, back, difference(whole, charged, from)));
            from = charged.end();
        }
        chargedThrough = end;
    }

    /** What should have been charged for the days before {@code end}, less what was charged: negative figures. */
    private PriceCalculator.Price difference(BillingPeriod whole, BillingPeriod charged, LocalDate end) {
        PriceCalculator.Price was = PriceCalculator.price(item, charged, whole);
        PriceCalculator.Price should = end.isAfter(charged.start())
                ? PriceCalculator.price(item, new BillingPeriod(charged.start(), end), whole)
                : new PriceCalculator.Price(0, 0);
        return new PriceCalculator.Price(
                should.undiscounted() - was.undiscounted(), should.discount() - was.discount());
    }

    private Charge line(LineKind kind, BillingPeriod period, PriceCalculator.Price price) {
        BigDecimal quantity = item.quantity();
        return new Charge(
                item.id(),
                item.productId(),
                kind,
                PriceCalculator.description(item),
                period,
                quantity,
                item.terms().unitPrice(),
                price.undiscounted(),
                price.discount(),
                item.terms().currency(),
                item.terms().taxIncluded(),
                item.terms().taxCategory(),
                period.lastDay(),
                changeSequence,
                null);
    }

    private BillingPeriod periodOf(LocalDate day) {
        return PriceCalculator.period(item, cycleDay, day);
    }

    private static LocalDate earlier(LocalDate day, LocalDate endOrNull) {
        return endOrNull == null || day.isBefore(endOrNull) ? day : endOrNull;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
