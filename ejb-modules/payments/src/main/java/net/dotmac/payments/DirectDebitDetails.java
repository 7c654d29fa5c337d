package net.dotmac.payments;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One collection of one invoice.
 *
 * @param amountMinor in cents, as are all amounts
 * @param openMinor what is open of the invoice now; less than the amount if it was paid meanwhile
 * @param iban masked
 * @param state {@code planned}, {@code handedOver}, {@code collected}, {@code rejected}, {@code returned} or {@code
 *     dropped}
 * @param announcedOn when the payer's notice was given out, or null
 * @param reasonCode why it failed, an ISO 20022 code, or null
 * @param note why it was dropped, or null
 * @param paymentId the payment it became, or null
 * @param settledOn the day of the money, or null
 * @param failedOn the day it failed, or null
 * @param feeMinor what the bank charged for the return, or null
 * @param refundableUntil until when the payer may have it back without a reason, or null
 * @param disputableUntil until when he may say that he never agreed, or null
 */
public record DirectDebitDetails(
        UUID id,
        UUID batchId,
        UUID billingAccountId,
        UUID mandateId,
        String mandateReference,
        UUID invoiceId,
        String invoiceNumber,
        long amountMinor,
        long openMinor,
        String endToEndId,
        int attempt,
        String scheme,
        String sequence,
        String debtorName,
        String iban,
        LocalDate collectOn,
        String state,
        LocalDate announcedOn,
        String reasonCode,
        String note,
        UUID paymentId,
        LocalDate settledOn,
        LocalDate failedOn,
        Long feeMinor,
        LocalDate refundableUntil,
        LocalDate disputableUntil) {}
