package net.dotmac.collections.domain;

import java.math.BigDecimal;
import net.dotmac.kernel.Money;

/** The fee for paying late: a percentage of what is overdue, within bounds, once the days of grace are over. */
public final class LateFeeCalculator {

    private LateFeeCalculator() {}

    /**
     * @param overdue what is open and past its due date
     * @param daysOverdue days since the due date
     * @return the fee, zero within the grace or if nothing is overdue
     */
    public static Money fee(Money overdue, long daysOverdue, LateFeeTerms terms) {
        if (daysOverdue <= terms.graceDays() || !overdue.isPositive()) {
            return Money.zero(overdue.currency());
        }
        Money fee = overdue.times(terms.percent().movePointLeft(2));
        if (fee.compareTo(terms.minimum()) < 0) {
            return terms.minimum();
        }
        return fee.min(terms.maximum());
    }

    /**
     * @param percent of the overdue amount, 5 means 5 %
     * @param minimum the least fee
     * @param maximum the most, not less than the minimum
     * @param graceDays days after the due date without a fee, 0 or more; the fee is due from the day after them
     */
    public record LateFeeTerms(BigDecimal percent, Money minimum, Money maximum, int graceDays) {

        public LateFeeTerms {
            if (percent.signum() < 0 || minimum.compareTo(maximum) > 0 || minimum.isNegative() || graceDays < 0) {
                throw new IllegalArgumentException("late fee terms are 0 or more and their minimum below the maximum");
            }
        }
    }
}
