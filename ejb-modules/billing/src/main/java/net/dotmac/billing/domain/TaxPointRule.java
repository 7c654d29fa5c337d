package net.dotmac.billing.domain;

import net.dotmac.kernel.DomainException;

/** Which day's rate a charge for a period has, where the rate changes within the period. */
public enum TaxPointRule {
    /** That of the period's last day, for the supply is made when it ends; so in Germany and most of the European Union. */
    PERIOD_END("periodEnd"),
    /** Each day has its own rate: the charge is parted where the rate changes. */
    BY_DAY("byDay");

    private final String wire;

    TaxPointRule(String wire) {
        this.wire = wire;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    /** @throws DomainException {@code invalid-value} for another spelling */
    public static TaxPointRule ofWire(String wire) {
        for (TaxPointRule rule : values()) {
            if (rule.wire.equals(wire)) {
                return rule;
            }
        }
        throw DomainException.invalid("taxPoint", "Found " + wire + ", expected periodEnd or byDay.");
    }
}
