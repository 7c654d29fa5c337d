package net.dotmac.collections;

import java.time.Instant;
import java.util.UUID;

/**
 * An invoice that its customer does not accept; until that is resolved it is not dunned.
 *
 * @param resolvedAt null while it is open
 */
public record Dispute(
        UUID id,
        UUID billingAccountId,
        UUID invoiceId,
        String reason,
        String openedBy,
        Instant openedAt,
        String resolvedBy,
        Instant resolvedAt,
        String resolution) {

    public boolean isOpen() {
        return resolvedAt == null;
    }
}
