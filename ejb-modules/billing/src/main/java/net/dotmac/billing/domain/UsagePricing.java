package net.dotmac.billing.domain;

import java.math.BigDecimal;
import net.dotmac.billing.domain.Charge.MeasuredUsage;
import net.dotmac.billing.domain.UsageRatingCalculator.Rated;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Rounding;
import net.dotmac.services.SubscriptionItem;

/**
 * Makes the lines of one period's usage.
 *
 * @param item the metered item
 * @param tariff its tariff, or what holds instead
 * @param period whose allowance and discounts hold
 * @param carried what earlier periods left
 */
record UsagePricing(SubscriptionItem item, UsageTariff tariff, BillingPeriod period, CarriedAllowance carried) {

    Charge line(PeriodUsage usage, int sequence) {
        Rated rated = rate(usage);
        MeasuredUsage measured = new MeasuredUsage(
                usage.total(), tariff.allowance(), tariff.unitOfMeasure(), rated.rolledOver(), rated.formula());
        long undiscounted = minor(rated);
        return charge(
                LineKind.USAGE,
                period,
                new Amount(rated.billable(), rated.unitPrice(), undiscounted, discount(undiscounted)),
                sequence,
                measured);
    }

    /** What late usage costs on top of what the period has without it. */
    Charge added(ClosedUsage closed, PeriodUsage before, PeriodUsage after) {
        long base = before.total().signum() == 0 ? 0 : minor(rate(before));
        long baseDiscount = discount(base);
        return late(closed, before, after, base, baseDiscount, formulaOf(before));
    }

    /** What the period costs with all that is measured by now, less what was charged for it. */
    Charge difference(ClosedUsage closed) {
        String charged = UsageRatingCalculator.plain(
                new Money(closed.undiscounted(), item.terms().currency()).amount());
        return late(
                closed,
                PeriodUsage.of(closed.billed()),
                closed.now(),
                closed.undiscounted(),
                closed.discount(),
                closed.undiscounted() == 0 ? "" : charged);
    }

    private Charge late(
            ClosedUsage closed, PeriodUsage before, PeriodUsage after, long charged, long discount, String formula) {
        Rated rated = rate(after);
        long undiscounted = minor(rated);
        BigDecimal free = free(after).subtract(free(before));
        MeasuredUsage measured = new MeasuredUsage(
                closed.late(),
                free,
                tariff.unitOfMeasure(),
                null,
                formula.isEmpty() ? rated.formula() : "(" + rated.formula() + ") − (" + formula + ")");
        return charge(
                LineKind.LATE_USAGE,
                closed.period(),
                new Amount(
                        closed.late().subtract(free), null, undiscounted - charged, discount(undiscounted) - discount),
                closed.lateLines(),
                measured);
    }

    private Rated rate(PeriodUsage usage) {
        return UsageRatingCalculator.rate(tariff, usage, carried);
    }

    private String formulaOf(PeriodUsage usage) {
        return usage.total().signum() == 0 ? "" : rate(usage).formula();
    }

    private BigDecimal free(PeriodUsage usage) {
        return usage.total().min(tariff.allowance().add(carried.sum()));
    }

    private long minor(Rated rated) {
        return Rounding.toMinor(rated.amount(), item.terms().currency());
    }

    private long discount(long undiscounted) {
        return DiscountCalculator.discount(
                undiscounted, item.discounts(), period, period, item.terms().currency());
    }

    private Charge charge(LineKind kind, BillingPeriod days, Amount amount, int sequence, MeasuredUsage measured) {
        return new Charge(
                item.id(),
                item.productId(),
                kind,
                PriceCalculator.description(item),
                days,
                amount.quantity,
                amount.unitPrice,
                amount.undiscounted,
                amount.discount,
                item.terms().currency(),
                item.terms().taxIncluded(),
                item.terms().taxCategory(),
                days.lastDay(),
                sequence,
                measured);
    }

    private record Amount(BigDecimal quantity, BigDecimal unitPrice, long undiscounted, long discount) {}
}
