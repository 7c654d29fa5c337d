package net.dotmac.billing.domain;

import java.math.BigDecimal;
import net.dotmac.catalog.UsageTariff;

/**
 * Prices measured usage of one cycle: the allowance is free, what goes over it is priced by graduated tiers, each unit at
 * the price of the tier it falls in. The allowance is per cycle and is not shortened for a shorter one.
 */
public final class UsageRatingCalculator {

    private UsageRatingCalculator() {}

    /**
     * @param used units measured in the cycle, 0 or more
     * @return the amount not yet rounded, the units over the allowance, and their price if it is one
     */
    public static Rated rate(UsageTariff tariff, BigDecimal used) {
        BigDecimal over = used.subtract(tariff.allowance()).max(BigDecimal.ZERO);
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal priced = BigDecimal.ZERO;
        BigDecimal onlyPrice = tariff.tiers().get(0).unitPrice();
        for (UsageTariff.Tier tier : tariff.tiers()) {
            BigDecimal reach = tier.upTo() == null ? over : tier.upTo().min(over);
            BigDecimal inTier = reach.subtract(priced);
            if (inTier.signum() <= 0) {
                break;
            }
            onlyPrice = priced.signum() == 0 ? tier.unitPrice() : null;
            amount = amount.add(inTier.multiply(tier.unitPrice()));
            priced = reach;
        }
        return new Rated(amount, over, onlyPrice);
    }

    /**
     * @param amount price of the usage, not yet rounded
     * @param billable units over the allowance
     * @param unitPrice price of each of them, or null if they fall in several tiers
     */
    public record Rated(BigDecimal amount, BigDecimal billable, BigDecimal unitPrice) {}
}
