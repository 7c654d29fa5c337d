package net.dotmac.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A promotion as others see it.
 *
 * @param uses how often it was used
 * @param endedAt when it was ended before its time, or null
 */
public record PromotionDetails(
        UUID id, PromotionData data, int uses, Instant endedAt, String createdBy, Instant createdAt) {}
