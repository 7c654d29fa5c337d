package net.dotmac.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that was used.
 *
 * @param source who measured it, e.g. {@code radius}
 * @param sourceId the source's own id: the same pair counts once
 * @param unitOfMeasure what is counted, e.g. {@code GB}
 * @param quantity 0 or more, up to 8 decimals
 */
public record UsageRecord(
        String source, String sourceId, UUID productId, String unitOfMeasure, BigDecimal quantity, Instant usedAt) {}
