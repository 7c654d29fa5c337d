package net.dotmac.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Credit that was moved from one of a customer's accounts to another.
 *
 * @param amountMinor minor units
 */
public record CreditTransferDetails(
        UUID id,
        UUID fromAccountId,
        UUID toAccountId,
        long amountMinor,
        String currency,
        String reason,
        LocalDate movedOn,
        Instant movedAt,
        String movedBy) {}
