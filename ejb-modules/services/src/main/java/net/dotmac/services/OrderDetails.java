package net.dotmac.services;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order as others see it.
 *
 * @param data what was ordered; items carry the product they led to
 * @param state of TMF622
 * @param itemStates state of each item, in the order of the items
 * @param completionDate null until completed
 */
public record OrderDetails(
        UUID id,
        OrderData data,
        String state,
        List<String> itemStates,
        Instant orderDate,
        Instant completionDate,
        int version) {

    public OrderDetails {
        itemStates = List.copyOf(itemStates);
    }
}
