package net.dotmac.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A recorded payment.
 *
 * @param amountMinor minor units, as are all amounts
 * @param state {@code recorded} or {@code reversed}
 * @param allocations what it settles
 * @param paidOutMinor what of it went back to the customer, or to another account of his
 * @param creditMinor what is left of it to the account's credit
 */
public record PaymentDetails(
        UUID id,
        UUID billingAccountId,
        long amountMinor,
        String currency,
        String method,
        String processorId,
        String reference,
        LocalDate receivedOn,
        String state,
        LocalDate reversedOn,
        String reversalReason,
        List<Allocation> allocations,
        long paidOutMinor,
        long creditMinor,
        Instant recordedAt) {

    public PaymentDetails {
        allocations = List.copyOf(allocations);
    }

    /** @param amountMinor how much of the invoice it settles */
    public record Allocation(UUID invoiceId, long amountMinor) {}
}
