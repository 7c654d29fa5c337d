package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.dotmac.catalog.PriceType;
import net.dotmac.services.SubscriptionItem;

/**
 * Tells which items no run has to look at again unless their ends move: what is charged once, when it was; what runs, when it
 * is charged to its end; what is metered, when no more usage of it is taken. An item that has no end is never settled, for the end may come back-dated.
 */
public final class SettlementPolicy {

    /** For so long after a period usage of it may come in; months, one more than records may be old. */
    public static final int LATE_MONTHS = 4;

    private SettlementPolicy() {}

    /**
     * @param marks how far an item is charged now, by its id; null for not at all
     * @param billedThrough the account's next cycle date
     * @return the ends of the settled ones by id; null for what was charged once and has no end
     */
    public static Map<UUID, LocalDate> settled(
            List<SubscriptionItem> items, Function<UUID, ChargeMark> marks, LocalDate billedThrough) {
        Map<UUID, LocalDate> settled = new HashMap<>();
        for (SubscriptionItem item : items) {
            if (isSettled(item, marks.apply(item.id()), billedThrough)) {
                settled.put(item.id(), item.end());
            }
        }
        return settled;
    }

    private static boolean isSettled(SubscriptionItem item, ChargeMark mark, LocalDate billedThrough) {
        boolean neverBegan = item.end() != null && !item.end().isAfter(item.start());
        if (item.terms().type().isChargedAtEnd()) {
            return true;
        }
        if (item.terms().type() == PriceType.ONE_TIME) {
            return mark != null || neverBegan;
        }
        if (item.end() == null) {
            return false;
        }
        LocalDate chargedThrough = mark == null ? item.start() : mark.chargedThrough();
        boolean isToBeGivenBack = item.terms().type() == PriceType.RECURRING
                && chargedThrough.isAfter(neverBegan ? item.start() : item.end());
        boolean mayBeLate = item.terms().type() == PriceType.USAGE
                && !neverBegan
                && billedThrough.isBefore(item.end().plusMonths(LATE_MONTHS));
        return !chargedThrough.isBefore(item.end()) && !isToBeGivenBack && !mayBeLate;
    }
}
