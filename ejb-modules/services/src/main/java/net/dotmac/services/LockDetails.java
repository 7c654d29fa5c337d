package net.dotmac.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A lock of a product as others see it.
 *
 * @param billed whether its days are billed all the same
 * @param from first day
 * @param to the first day without it, or null while nobody knows
 * @param state planned, inForce or over
 * @param note in the words of whoever set it, or null
 * @param endedBy who lifted it, or null
 */
public record LockDetails(
        UUID id,
        UUID productId,
        LockReason reason,
        boolean billed,
        LocalDate from,
        LocalDate to,
        String state,
        String note,
        String createdBy,
        Instant createdAt,
        String endedBy) {}
