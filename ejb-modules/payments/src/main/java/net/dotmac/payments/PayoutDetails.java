package net.dotmac.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money that is paid back to a customer.
 *
 * @param amountMinor minor units, as are all amounts
 * @param uncoveredMinor what of it is the customer's debt by now, because the payment it came from was taken back
 * @param method bankTransfer or cash
 * @param holderName whose bank account it goes to; null for cash
 * @param iban of that account, masked; null for cash
 * @param state requested, approved, handedOver, paid, rejected, returned or cancelled
 * @param batchId the file it is in, or null
 * @param paidOn when it left
 * @param failedOn when it was known that it did not arrive
 * @param reasonCode the bank's reason, an ISO 20022 code, or null
 * @param note what a person said to its end, or null
 */
public record PayoutDetails(
        UUID id,
        UUID billingAccountId,
        long amountMinor,
        String currency,
        long uncoveredMinor,
        String method,
        String holderName,
        String iban,
        String remittance,
        String reason,
        String state,
        Instant requestedAt,
        String requestedBy,
        Instant approvedAt,
        String approvedBy,
        UUID batchId,
        String endToEndId,
        LocalDate paidOn,
        LocalDate failedOn,
        String reasonCode,
        String note) {}
