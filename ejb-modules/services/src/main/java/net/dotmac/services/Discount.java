package net.dotmac.services;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.dotmac.kernel.DomainException;

/**
 * A reduction of one subscription item, applied before tax in the order of the list.
 *
 * @param name what the invoice says
 * @param kind percent of what is left, or an amount per whole period
 * @param value percent (10 means 10 %) or an amount in the item's currency; 0 or more
 * @param from first day it holds, or null for always
 * @param to the day after its last, later than {@code from}, or null for no end
 * @param approvedBy who gave everything away, for a percentage of 100; otherwise null
 */
public record Discount(String name, Kind kind, BigDecimal value, LocalDate from, LocalDate to, String approvedBy) {

    public Discount(String name, Kind kind, BigDecimal value, LocalDate from, LocalDate to) {
        this(name, kind, value, from, to, null);
    }

    public Discount {
        if (from != null && to != null && !to.isAfter(from)) {
            throw DomainException.invalid(
                    "discount", "A discount ends after it starts, found " + from + " to " + to + ".");
        }
    }

    /** How a discount's value reads. */
    public enum Kind {
        PERCENT,
        AMOUNT
    }
}
