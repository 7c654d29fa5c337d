package net.dotmac.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A file of payouts for the bank.
 *
 * @param messageId the file's own id, by which the bank answers
 * @param executeOn when the bank is to pay
 * @param state handedOver or cancelled
 * @param totals of its payouts by state; none once it is cancelled, for they are free again
 */
public record PayoutBatchDetails(
        UUID id,
        String messageId,
        LocalDate executeOn,
        String state,
        List<Total> totals,
        String fileSha256,
        Instant createdAt,
        String createdBy,
        String cancelReason) {

    public PayoutBatchDetails {
        totals = List.copyOf(totals);
    }

    /** @param sumMinor cents */
    public record Total(String state, long count, long sumMinor) {}

    public long count() {
        return totals.stream().mapToLong(Total::count).sum();
    }

    /** In cents. */
    public long sumMinor() {
        return totals.stream().mapToLong(Total::sumMinor).reduce(0, Math::addExact);
    }
}
