package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.UsageTariff;

/** Each unit at the price of the tier it falls in; with one tier, a flat price. */
final class GraduatedRating {

    private GraduatedRating() {}

    static List<PricedUnits> rate(List<UsageTariff.Tier> tiers, BigDecimal over) {
        List<PricedUnits> parts = new ArrayList<>();
        BigDecimal priced = BigDecimal.ZERO;
        for (UsageTariff.Tier tier : tiers) {
            BigDecimal reach = tier.upTo() == null ? over : tier.upTo().min(over);
            BigDecimal inTier = reach.subtract(priced);
            if (inTier.signum() <= 0) {
                break;
            }
            parts.add(new PricedUnits(inTier, tier.unitPrice()));
            priced = reach;
        }
        return parts;
    }
}
