package net.dotmac.prepaid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A batch of vouchers.
 *
 * @param valueMinor of each, minor units
 * @param state made, activated or stopped
 * @param codesAt when their codes were told, or null
 * @param billingAccountId to whom they were sold, or null
 * @param lapsedOn when what nobody redeemed was booked out, or null
 * @param redeemed how many of them
 */
public record VoucherBatchDetails(
        UUID id,
        String name,
        long valueMinor,
        String currency,
        int quantity,
        LocalDate expiresOn,
        String state,
        LocalDate madeOn,
        String madeBy,
        Instant codesAt,
        UUID billingAccountId,
        LocalDate activatedOn,
        String stopReason,
        LocalDate lapsedOn,
        long redeemed) {}
