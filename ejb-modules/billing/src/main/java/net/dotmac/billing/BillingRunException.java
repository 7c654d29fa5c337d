package net.dotmac.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An account that a run could not bill, until a person has mended the cause and it is billed.
 *
 * @param reason e.g. {@code missingAddress}, {@code noTaxCategory}, {@code currencyMismatch}, {@code onHold}
 * @param detail what was found and what to do
 * @param state {@code open} or {@code resolved}
 */
public record BillingRunException(
        UUID runId,
        UUID billingAccountId,
        String accountNumber,
        String accountName,
        UUID customerId,
        LocalDate cycleDate,
        String reason,
        String detail,
        String state,
        Instant raisedAt,
        Instant resolvedAt) {}
