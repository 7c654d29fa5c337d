package net.dotmac.services;

import java.time.Instant;
import java.util.UUID;

/**
 * A planned change of prices as others see it.
 *
 * @param state planned, applied or withdrawn
 * @param products how many it is for
 */
public record PriceChangeDetails(
        UUID id,
        PriceChangeData data,
        String state,
        int products,
        String plannedBy,
        Instant plannedAt,
        String closedBy,
        Instant closedAt) {}
