package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.Rounding;
import net.dotmac.services.SubscriptionItem;

/**
 * Charges a metered item in arrears: one line for each cycle that has ended at the cycle date and in which something was
 * measured, even if it all lies within the allowance, for people want to see it.
 */
public final class UsageChargeCalculator {

    private UsageChargeCalculator() {}

    /** Charges every cycle of the item that ended by {@code cycleDate} and lies after the mark. */
    public static ItemCharges charge(
            SubscriptionItem item, BillableAccount account, ChargeMark mark, LocalDate cycleDate) {
        List<Charge> charges = new ArrayList<>();
        LocalDate from = mark == null ? item.start() : mark.chargedThrough();
        int sequence = mark == null ? 0 : mark.changeSequence();
        while (from.isBefore(cycleDate) && (item.end() == null || from.isBefore(item.end()))) {
            BillingPeriod cycle = CycleCalculator.containing(from, account.cycleDay());
            if (cycle.end().isAfter(cycleDate)) {
                break;
            }
            BigDecimal used = account.usageOf(item.id(), cycle);
            if (used.signum() > 0) {
                charges.add(line(item, new BillingPeriod(from, cycle.end()), used, sequence));
            }
            from = cycle.end();
        }
        ChargeMark after = from.equals(item.start()) ? mark : new ChargeMark(item.id(), from, sequence);
        return new ItemCharges(charges, after);
    }

    private static Charge line(SubscriptionItem item, BillingPeriod period, BigDecimal used, int sequence) {
        UsageTariff tariff = item.terms().tariff();
        UsageRatingCalculator.Rated rated = UsageRatingCalculator.rate(tariff, used);
        long undiscounted = Rounding.toMinor(rated.amount(), item.terms().currency());
        return new Charge(
                item.id(),
                item.productId(),
                LineKind.USAGE,
                PriceCalculator.description(item),
                period,
                rated.billable(),
                rated.unitPrice(),
                undiscounted,
                DiscountCalculator.discount(
                        undiscounted,
                        item.discounts(),
                        period,
                        period,
                        item.terms().currency()),
                item.terms().currency(),
                item.terms().taxIncluded(),
                item.terms().taxCategory(),
                period.lastDay(),
                sequence,
                new Charge.MeasuredUsage(used, tariff.allowance(), tariff.unitOfMeasure()));
    }
}
