package net.dotmac.services.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceType;
import net.dotmac.services.SubscriptionItem;

/**
 * What falls due because a product ends: its cancellation fee, and before its commitment is over its penalty, for each period
 * of the commitment that is begun and left, or once. Who ends a product on the day it starts withdraws and pays neither.
 */
public final class EndFees {

    private EndFees() {}

    /**
     * @param items the product's items as they were before the end
     * @param day the first day without the product
     */
    public static List<SubscriptionItem> of(Product product, List<SubscriptionItem> items, LocalDate day) {
        List<SubscriptionItem> fees = new ArrayList<>();
        if (!day.isAfter(product.startOn())) {
            return fees;
        }
        LocalDate bound = product.committedUntil();
        boolean isEarly = bound != null && day.isBefore(bound);
        for (SubscriptionItem item : items) {
            PriceType type = item.terms().type();
            boolean isDue = type == PriceType.CANCELLATION || (type == PriceType.PENALTY && isEarly);
            if (isDue && item.end() == null && item.terms().unitPrice().signum() > 0) {
                long periods = type == PriceType.PENALTY ? left(item.terms().period(), day, bound) : 1;
                BigDecimal quantity = item.quantity().multiply(BigDecimal.valueOf(periods));
                fees.add(new Sale(product, quantity, List.of(), day, null).fee(item.terms()));
            }
        }
        return fees;
    }

    /** How many periods begin from {@code day} on before {@code bound}. */
    private static long left(ChargePeriod period, LocalDate day, LocalDate bound) {
        long periods = 1;
        while (period != null && period.boundary(day, periods).isBefore(bound)) {
            periods++;
        }
        return periods;
    }
}
