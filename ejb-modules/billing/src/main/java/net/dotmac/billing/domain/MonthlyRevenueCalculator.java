package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.SubscriptionItem;

/**
 * What a recurring item brings in a month, without tax, as its lines that cover a day say: what they charge less what they give
 * back, as if each stood for a whole period, and that period as if it were a month.
 *
 * <p>A line of a few days is rounded to the cent, and a whole period reckoned from it is off by some. Where the lines differ from
 * the item's price by no more than their roundings can, the price holds; so what an item brings doesn't change because it began
 * on another day. Anything more, e.g. a credit of half a line, is left as it is.
 */
public final class MonthlyRevenueCalculator {

    /** A year of the Gregorian calendar has 365.2425 days on average. */
    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.436875");

    /** Price, discount and tax are each rounded by half a cent at most, and the whole once more. */
    private static final BigDecimal ROUNDINGS_A_LINE = BigDecimal.valueOf(2);

    private MonthlyRevenueCalculator() {}

    /**
     * The part of a line that matters here.
     *
     * @param netMinor negative for what was given back
     * @param taxPercent with which a price that includes tax was parted
     */
    public record ChargedDays(BillingPeriod period, long netMinor, BigDecimal taxPercent) {}

    /**
     * @param cycleDay of the item's account, 1 to 31
     * @param day covered by all the lines
     * @param lines of the item, at least one
     * @return minor units of the item's currency; 0 if all was given back
     */
    public static long monthly(SubscriptionItem item, int cycleDay, LocalDate day, List<ChargedDays> lines) {
        BillingPeriod whole = PriceCalculator.period(item, cycleDay, day);
        BigDecimal charged = BigDecimal.ZERO;
        BigDecimal tolerance = BigDecimal.ZERO;
        for (ChargedDays line : lines) {
            BigDecimal wholes = BigDecimal.valueOf(whole.days())
                    .divide(BigDecimal.valueOf(line.period().days()), ProrationCalculator.PRECISE);
            charged = charged.add(wholes.multiply(BigDecimal.valueOf(line.netMinor())));
            tolerance = tolerance.add(wholes.multiply(ROUNDINGS_A_LINE));
        }
        BigDecimal listed = net(item, whole, lines.get(0).taxPercent());
        BigDecimal fromListed = charged.subtract(listed).abs();
        if (fromListed.compareTo(tolerance) <= 0 && fromListed.compareTo(charged.abs()) <= 0) {
            charged = listed;
        } else if (charged.abs().compareTo(tolerance) <= 0) {
            return 0;
        }
        return inAMonth(charged, item.terms().period());
    }

    /** Whether a whole period of this length is a month, so that its line is what it brings in a month. */
    public static boolean isMonthly(SubscriptionItem item) {
        ChargePeriod period = item.terms().period();
        return period == null || (period.unit() == ChargePeriod.Unit.MONTH && period.length() == 1);
    }

    private static BigDecimal net(SubscriptionItem item, BillingPeriod whole, BigDecimal taxPercent) {
        PriceCalculator.Price price = PriceCalculator.price(item, whole, whole);
        BigDecimal amount = BigDecimal.valueOf(Math.subtractExact(price.undiscounted(), price.discount()));
        if (!item.terms().taxIncluded()) {
            return amount;
        }
        return amount.divide(BigDecimal.ONE.add(taxPercent.movePointLeft(2)), ProrationCalculator.PRECISE)
                .setScale(0, RoundingMode.HALF_UP);
    }

    private static long inAMonth(BigDecimal whole, ChargePeriod period) {
        return months(whole, period).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static BigDecimal months(BigDecimal whole, ChargePeriod period) {
        if (period == null) {
            return whole;
        }
        BigDecimal length = BigDecimal.valueOf(period.length());
        return switch (period.unit()) {
            case MONTH -> whole.divide(length, ProrationCalculator.PRECISE);
            case YEAR -> whole.divide(length.multiply(BigDecimal.valueOf(12)), ProrationCalculator.PRECISE);
            case WEEK ->
                whole.multiply(DAYS_A_MONTH)
                        .divide(length.multiply(BigDecimal.valueOf(7)), ProrationCalculator.PRECISE);
            case DAY -> whole.multiply(DAYS_A_MONTH).divide(length, ProrationCalculator.PRECISE);
        };
    }
}
