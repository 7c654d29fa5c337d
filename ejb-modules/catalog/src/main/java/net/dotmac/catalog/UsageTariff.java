package net.dotmac.catalog;

import java.math.BigDecimal;
import java.util.List;

/**
 * What metered usage of one period costs: the allowance is free, what goes over it is charged by tiers, as the rules say.
 *
 * @param unitOfMeasure what is counted, e.g. {@code GB}
 * @param allowance units included in the period, 0 or more
 * @param tiers prices in ascending order of their bound; the last has none. Bounds count units over the allowance.
 * @param rules how tiers are applied, and what else there is
 */
public record UsageTariff(String unitOfMeasure, BigDecimal allowance, List<Tier> tiers, UsageRules rules) {

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
        if (tiers.size() > 1
                && (rules.model() == UsageModel.PACKAGE || !rules.windows().isEmpty())) {
            throw new IllegalArgumentException("packages and prices by the time of day have no tiers");
        }
        if (rules.rolloverPeriods() > 0 && allowance.signum() == 0) {
            throw new IllegalArgumentException("without an allowance nothing rolls over");
        }
    }

    /** Graduated tiers, and nothing else. */
    public UsageTariff(String unitOfMeasure, BigDecimal allowance, List<Tier> tiers) {
        this(unitOfMeasure, allowance, tiers, UsageRules.PLAIN);
    }

    /** The same prices with nothing free, now or later. */
    public UsageTariff withoutAllowance() {
        UsageRules bare = new UsageRules(rules.model(), rules.packageSize(), rules.maximum(), 0, null, rules.windows());
        return new UsageTariff(unitOfMeasure, BigDecimal.ZERO, tiers, bare);
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
