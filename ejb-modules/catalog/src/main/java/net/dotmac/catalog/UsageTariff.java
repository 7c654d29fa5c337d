package net.dotmac.catalog;

import java.math.BigDecimal;
import java.util.List;

/**
 * What metered usage of one period costs: the allowance is free, what goes over it is charged by graduated tiers.
 *
 * @param unitOfMeasure what is counted, e.g. {@code GB}
 * @param allowance units included in the period, 0 or more
 * @param tiers prices in ascending order of their bound; the last has none. Bounds count units over the allowance.
 */
public record UsageTariff(String unitOfMeasure, BigDecimal allowance, List<Tier> tiers) {

    public UsageTariff {
        tiers = List.copyOf(tiers);
        if (allowance.signum() < 0 || tiers.isEmpty()) {
            throw new IllegalArgumentException("a tariff has an allowance of 0 or more and at least one tier");
        }
        BigDecimal last = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            BigDecimal bound = tiers.get(i).upTo();
            boolean isLast = i == tiers.size() - 1;
            if (isLast != (bound == null) || (bound != null && bound.compareTo(last) <= 0)) {
                throw new IllegalArgumentException("tiers ascend, and the last one alone has no upper bound");
            }
            last = bound;
        }
    }

    /** One price per unit, whatever the amount. */
    public static UsageTariff flat(String unitOfMeasure, BigDecimal allowance, BigDecimal unitPrice) {
        return new UsageTariff(unitOfMeasure, allowance, List.of(new Tier(null, unitPrice)));
    }

    /**
     * @param upTo units over the allowance that this tier reaches up to, or null for "all the rest"
     * @param unitPrice price of one unit, up to 8 decimals
     */
    public record Tier(BigDecimal upTo, BigDecimal unitPrice) {}
}
