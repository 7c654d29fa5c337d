package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import net.dotmac.kernel.BillingPeriod;

/**
 * What a part of a period costs: price × days of the part ÷ days of the whole period as the calendar has it. The first day
 * counts, the day of the end doesn't.
 */
public final class ProrationCalculator {

    /** More digits than any amount needs, so that rounding happens once, at the line. */
    static final MathContext PRECISE = MathContext.DECIMAL128;

    private ProrationCalculator() {}

    /**
     * @param price the price of the whole period
     * @param part lies within {@code whole}
     * @return the price of the part, not yet rounded
     */
    public static BigDecimal prorate(BigDecimal price, BillingPeriod part, BillingPeriod whole) {
        if (part.start().isBefore(whole.start()) || part.end().isAfter(whole.end())) {
            throw new IllegalArgumentException("expected a part of " + whole + ", found " + part);
        }
        if (part.equals(whole)) {
            return price;
        }
        return price.multiply(BigDecimal.valueOf(part.days())).divide(BigDecimal.valueOf(whole.days()), PRECISE);
    }
}
