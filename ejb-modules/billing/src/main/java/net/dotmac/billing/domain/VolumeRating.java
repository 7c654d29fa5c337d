package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.List;
import net.dotmac.catalog.UsageTariff;

/** All units at the price of the tier that their sum reaches; a sum that equals a tier's bound is still in it. */
final class VolumeRating {

    private VolumeRating() {}

    static List<PricedUnits> rate(List<UsageTariff.Tier> tiers, BigDecimal over) {
        if (over.signum() == 0) {
            return List.of();
        }
        UsageTariff.Tier reached = tiers.stream()
                .filter(tier -> tier.upTo() == null || over.compareTo(tier.upTo()) <= 0)
                .findFirst()
                .orElseThrow();
        return List.of(new PricedUnits(over, reached.unitPrice()));
    }
}
