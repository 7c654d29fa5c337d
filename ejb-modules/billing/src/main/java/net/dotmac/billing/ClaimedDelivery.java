package net.dotmac.billing;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that belongs to this node until its lease ends.
 *
 * @param attempts that have failed before
 * @param firstTriedAt now, if this is the first attempt
 */
public record ClaimedDelivery(
        UUID invoiceId, int sending, String recipient, String messageId, int attempts, Instant firstTriedAt) {}
