package net.dotmac.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A session as accounting tells it.
 *
 * @param octets sent and received, of all that was accounted
 * @param firstAt of its earliest event
 * @param lastAt of its latest event
 * @param isOpen whether that was no stop
 */
public record RadiusSessionDetails(
        UUID id,
        String nas,
        String sessionId,
        UUID productId,
        BigDecimal octets,
        Instant firstAt,
        Instant lastAt,
        boolean isOpen) {}
