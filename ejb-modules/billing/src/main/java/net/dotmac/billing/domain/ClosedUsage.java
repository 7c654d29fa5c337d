package net.dotmac.billing.domain;

import java.math.BigDecimal;
import net.dotmac.kernel.BillingPeriod;

/**
 * A billed period of a metered item in which more was measured since. What was charged for it is the sum of its lines, so usage that is
 * late is what is measured now and on none of them: nothing has to be marked, and nothing can be missed or counted twice.
 *
 * @param period the days
 * @param now all that is measured in them by now
 * @param billed units on lines so far
 * @param undiscounted what the lines charged before discounts, minor units
 * @param discount what discounts took off them, minor units
 * @param lateLines how many lines for late usage the period has so far
 */
public record ClosedUsage(
        BillingPeriod period, PeriodUsage now, BigDecimal billed, long undiscounted, long discount, int lateLines) {

    /** Units on no line; more than 0, unless usage was moved to another item. */
    public BigDecimal late() {
        return now.total().subtract(billed);
    }
}
