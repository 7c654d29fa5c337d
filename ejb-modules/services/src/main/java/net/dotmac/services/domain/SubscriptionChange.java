package net.dotmac.services.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.Ids;
import net.dotmac.services.SubscriptionItem;

/**
 * What a change does to the items of a product: some end, some are added. Whatever was charged for days beyond a new end is
 * given back by billing, so a change may be dated back, and several may fall on one day.
 *
 * @param ends the new ends
 * @param added new items
 */
public record SubscriptionChange(List<End> ends, List<SubscriptionItem> added) {

    public SubscriptionChange {
        ends = List.copyOf(ends);
        added = List.copyOf(added);
    }

    /**
     * An item that ends earlier than it did.
     *
     * @param day its new end
     * @param before its end until now, or null if it had none
     */
    public record End(UUID itemId, LocalDate day, LocalDate before) {}

    /** Ends whatever runs past a day; what begins later still ends on the day it begins. */
    public static SubscriptionChange end(List<SubscriptionItem> items, LocalDate day) {
        List<End> ends = new ArrayList<>();
        for (SubscriptionItem item : items) {
            if (item.runsPast(day)) {
                ends.add(new End(item.id(), day.isBefore(item.start()) ? item.start() : day, item.end()));
            }
        }
        return new SubscriptionChange(ends, List.of());
    }

    /**
     * Goes on after a pause with what it ended.
     *
     * @param paused the items as they would be without it
     * @param day the first day after it
     */
    public static SubscriptionChange goOn(List<SubscriptionItem> paused, LocalDate day) {
        List<SubscriptionItem> added = new ArrayList<>();
        for (SubscriptionItem item : paused) {
            LocalDate start = item.start().isAfter(day) ? item.start() : day;
            if (item.end() == null || item.end().isAfter(start)) {
                added.add(item.during(Ids.next(), start, item.end()));
            }
        }
        return new SubscriptionChange(List.of(), added);
    }
}
