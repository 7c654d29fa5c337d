package net.dotmac.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A product as others see it.
 *
 * @param status of TMF637
 * @param endOn the day after its last, or null
 * @param committedUntil the day after the last one the customer is bound for, or null
 * @param items its subscription items, ended ones included
 */
public record ProductDetails(
        UUID id,
        String name,
        String status,
        UUID customerId,
        UUID billingAccountId,
        UUID offeringId,
        String offeringName,
        UUID orderId,
        int quantity,
        LocalDate startOn,
        LocalDate endOn,
        LocalDate committedUntil,
        Instant createdAt,
        List<SubscriptionItem> items) {

    public ProductDetails {
        items = List.copyOf(items);
    }
}
