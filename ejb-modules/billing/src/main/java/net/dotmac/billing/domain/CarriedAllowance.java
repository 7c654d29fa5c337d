package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;

/**
 * What is left of the allowances of earlier periods, the oldest first: it is used before the period's own allowance, the oldest of it
 * first. What lies over the limit is dropped from the oldest, which would be lost soonest anyway.
 *
 * @param left units left of each of the last periods, 0 or more
 */
public record CarriedAllowance(List<BigDecimal> left) {

    public static final CarriedAllowance NONE = new CarriedAllowance(List.of());

    public CarriedAllowance {
        left = List.copyOf(left);
    }

    public BigDecimal sum() {
        return left.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is left if so many units of it are used, or all of it, if they are more. */
    CarriedAllowance without(BigDecimal units) {
        List<BigDecimal> lots = new ArrayList<>(left);
        take(lots, units);
        return new CarriedAllowance(lots);
    }

    /**
     * What is left after a period.
     *
     * @param used units used in it, which may be more than was free
     */
    CarriedAllowance after(UsageTariff tariff, BigDecimal used) {
        UsageRules rules = tariff.rules();
        if (rules.rolloverPeriods() == 0) {
            return NONE;
        }
        List<BigDecimal> lots = new ArrayList<>(left);
        lots.add(tariff.allowance());
        take(lots, used);
        while (lots.size() > rules.rolloverPeriods()) {
            lots.remove(0);
        }
        if (rules.rolloverLimit() != null) {
            BigDecimal all = lots.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            take(lots, all.subtract(rules.rolloverLimit()).max(BigDecimal.ZERO));
        }
        return new CarriedAllowance(lots);
    }

    private static void take(List<BigDecimal> lots, BigDecimal units) {
        BigDecimal rest = units;
        for (int i = 0; i < lots.size(); i++) {
            BigDecimal taken = rest.min(lots.get(i));
            lots.set(i, lots.get(i).subtract(taken));
            rest = rest.subtract(taken);
        }
    }
}
