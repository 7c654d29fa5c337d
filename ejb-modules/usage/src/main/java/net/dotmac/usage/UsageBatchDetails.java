package net.dotmac.usage;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery of usage records.
 *
 * @param channel {@code rest} or {@code csv}
 * @param name of the file, or of the source
 * @param records how many were delivered
 * @param accepted how many of them are kept
 * @param duplicates how many came before
 * @param refused how many could not be kept
 */
public record UsageBatchDetails(
        UUID id,
        String channel,
        String name,
        int records,
        int accepted,
        int duplicates,
        int refused,
        String receivedBy,
        Instant receivedAt) {}
