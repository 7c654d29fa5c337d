package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.List;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.SubscriptionItem;

/** Charges a one-time item once, at the first cycle date on or after its start; not at all if it ended before it began. */
public final class OneTimeChargeCalculator {

    private OneTimeChargeCalculator() {}

    /**
     * @param item a one-time item
     * @param mark null until it was charged
     * @param cycleDate the date billed for
     */
    public static ItemCharges charge(SubscriptionItem item, ChargeMark mark, LocalDate cycleDate) {
        boolean cancelled = item.end() != null && !item.end().isAfter(item.start());
        if (mark != null || cancelled || item.start().isAfter(cycleDate)) {
            return new ItemCharges(List.of(), mark);
        }
        BillingPeriod day = new BillingPeriod(item.start(), item.start().plusDays(1));
        PriceCalculator.Price price = PriceCalculator.price(item, day, day);
        Charge charge = new Charge(
                item.id(),
                item.productId(),
                LineKind.ONE_TIME,
                PriceCalculator.description(item),
                day,
                item.quantity(),
                item.terms().unitPrice(),
                price.undiscounted(),
                price.discount(),
                item.terms().currency(),
                item.terms().taxIncluded(),
                item.terms().taxCategory(),
                item.start(),
                0,
                null);
        return new ItemCharges(List.of(charge), new ChargeMark(item.id(), day.end(), 0));
    }
}
