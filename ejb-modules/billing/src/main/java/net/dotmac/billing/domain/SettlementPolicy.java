package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.dotmac.catalog.PriceType;
import net.dotmac.services.SubscriptionItem;

/**
 * Tells which items can never be charged or credited by a run again: what is charged once, when it was; what runs, when it is
 * charged to its end, which is set only once. An item that has no end is never settled, for the end may come back-dated.
 */
public final class SettlementPolicy {

    private SettlementPolicy() {}

    /**
     * @param marks how far an item is charged now, by its id; null for not at all
     * @return ids of the settled ones
     */
    public static List<UUID> settled(List<SubscriptionItem> items, Function<UUID, ChargeMark> marks) {
        List<UUID> settled = new ArrayList<>();
        for (SubscriptionItem item : items) {
            if (isSettled(item, marks.apply(item.id()))) {
                settled.add(item.id());
            }
        }
        return settled;
    }

    private static boolean isSettled(SubscriptionItem item, ChargeMark mark) {
        boolean neverBegan = item.end() != null && !item.end().isAfter(item.start());
        if (item.terms().type() == PriceType.ONE_TIME) {
            return mark != null || neverBegan;
        }
        if (item.end() == null) {
            return false;
        }
        LocalDate chargedThrough = mark == null ? item.start() : mark.chargedThrough();
        boolean isToBeGivenBack = item.terms().type() == PriceType.RECURRING
                && chargedThrough.isAfter(neverBegan ? item.start() : item.end());
        return !chargedThrough.isBefore(item.end()) && !isToBeGivenBack;
    }
}
