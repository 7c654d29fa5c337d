package net.dotmac.collections;

import java.time.Instant;
import java.util.UUID;

/**
 * A reminder, as it was written.
 *
 * @param state waiting, failed, sent, givenUp or notSendable
 * @param reason the mail server's words, or noAddress; null while nothing is wrong
 * @param recipient null if the customer has no address
 * @param attempts that have failed
 * @param firstTriedAt null if it was not tried yet
 */
public record Notice(
        UUID id,
        int step,
        String language,
        String subject,
        String body,
        String recipient,
        String messageId,
        String state,
        String reason,
        int attempts,
        Instant queuedAt,
        Instant firstTriedAt,
        Instant sentAt) {}
