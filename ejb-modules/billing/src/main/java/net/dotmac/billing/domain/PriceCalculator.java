package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.kernel.Rounding;
import net.dotmac.services.SubscriptionItem;

/** What an item costs for some days of one of its periods: quantity × price by days, rounded, less its discounts. */
final class PriceCalculator {

    private PriceCalculator() {}

    static Price price(SubscriptionItem item, BillingPeriod part, BillingPeriod whole) {
        String currency = item.terms().currency();
        BigDecimal full = item.terms().unitPrice().multiply(item.quantity());
        long undiscounted = Rounding.toMinor(ProrationCalculator.prorate(full, part, whole), currency);
        return new Price(
                undiscounted, DiscountCalculator.discount(undiscounted, item.discounts(), part, whole, currency));
    }

    /** The period of a recurring item that a day lies in. */
    static BillingPeriod period(SubscriptionItem item, int cycleDay, LocalDate day) {
        ChargePeriod period = item.terms().period();
        return period == null || period.equals(ChargePeriod.MONTHLY)
                ? CycleCalculator.containing(day, cycleDay)
                : period.containing(day, item.anchor(), cycleDay);
    }

    /** The words of a line: the product, and the price's own name where it says something else. */
    static String description(SubscriptionItem item) {
        String product = item.productName();
        String price = item.terms().name();
        if (product == null || product.isBlank()) {
            return price;
        }
        return price == null || price.isBlank() || price.equals(product) ? product : product + " – " + price;
    }

    /** Both in minor units; what is charged is the difference. */
    record Price(long undiscounted, long discount) {}
}
