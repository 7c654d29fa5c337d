package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.Rounding;
import net.dotmac.services.Discount;

/**
 * Takes discounts off a charge, one after the other: each percentage is of what the ones before have left, an amount is per
 * whole period. One that holds for some of the days counts for their share. What is left is never below zero.
 */
public final class DiscountCalculator {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DiscountCalculator() {}

    /**
     * @param amount the charge in minor units; nothing is taken off a charge of zero or less
     * @param part the days charged for
     * @param whole the period an amount discount refers to
     * @return how much to take off, 0 to {@code amount}, each discount rounded half-up
     */
    public static long discount(
            long amount, List<Discount> discounts, BillingPeriod part, BillingPeriod whole, String currency) {
        if (amount <= 0) {
            return 0;
        }
        long left = amount;
        for (Discount discount : discounts) {
            Optional<BillingPeriod> days = daysOf(discount, part);
            if (days.isPresent()) {
                left -= Math.min(left, reduction(discount, left, days.get(), new Span(part, whole, currency)));
            }
        }
        return amount - left;
    }

    private static long reduction(Discount discount, long left, BillingPeriod days, Span span) {
        return switch (discount.kind()) {
            case PERCENT -> {
                BigDecimal ofWhole = BigDecimal.valueOf(left)
                        .multiply(discount.value())
                        .divide(HUNDRED, ProrationCalculator.PRECISE);
                yield Amounts.toWhole(ProrationCalculator.prorate(ofWhole, days, span.part));
            }
            case AMOUNT ->
                Rounding.toMinor(ProrationCalculator.prorate(discount.value(), days, span.whole), span.currency);
        };
    }

    private static Optional<BillingPeriod> daysOf(Discount discount, BillingPeriod part) {
        LocalDate from = discount.from() == null ? part.start() : discount.from();
        LocalDate to = discount.to() == null ? part.end() : discount.to();
        return to.isAfter(from) ? part.intersect(new BillingPeriod(from, to)) : Optional.empty();
    }

    private record Span(BillingPeriod part, BillingPeriod whole, String currency) {}
}
