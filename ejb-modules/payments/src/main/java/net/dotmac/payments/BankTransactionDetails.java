package net.dotmac.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A movement of the bank account and what became of it.
 *
 * @param line where the file has it
 * @param amountMinor minor units; above 0 came in, below 0 went out
 * @param name the other side, or null
 * @param returnReason ISO 20022 code such as AC04, or null
 * @param state {@code new} until posting has looked at it, then {@code open}, {@code matched}, {@code parked} or
 *     {@code ignored}
 * @param note why it is parked or ignored, or why it could not be posted; or null
 * @param matches what it became; empty unless matched
 */
public record BankTransactionDetails(
        UUID id,
        UUID statementId,
        int line,
        String account,
        LocalDate bookedOn,
        LocalDate valueOn,
        long amountMinor,
        String currency,
        String bankReference,
        String endToEndId,
        String structuredReference,
        String remittance,
        String name,
        String iban,
        boolean isReversal,
        String returnReason,
        String state,
        String note,
        String decidedBy,
        Instant decidedAt,
        List<Match> matches) {

    public BankTransactionDetails {
        matches = List.copyOf(matches);
    }

    /**
     * A payment that it became or took back, or a payout whose money it is.
     *
     * @param invoiceId the invoice it was meant for, or null
     * @param paymentId null for a payout
     * @param payoutId null for a payment
     * @param amountMinor below 0 for a payment that was taken back and for a payout that left
     * @param reason in a word: {@code reference}, {@code directDebit}, {@code staff}, {@code return}, {@code payout} or
     *     {@code payoutReturn}
     */
    public record Match(
            UUID billingAccountId, UUID invoiceId, UUID paymentId, UUID payoutId, long amountMinor, String reason) {

        static Match ofPayment(UUID billingAccountId, UUID invoiceId, UUID paymentId, long amountMinor, String reason) {
            return new Match(billingAccountId, invoiceId, paymentId, null, amountMinor, reason);
        }

        static Match ofPayout(UUID billingAccountId, UUID payoutId, long amountMinor, String reason) {
            return new Match(billingAccountId, null, null, payoutId, amountMinor, reason);
        }
    }
}
