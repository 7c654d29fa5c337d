package net.dotmac.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The collections of one day.
 *
 * @param messageId what the bank knows the file by
 * @param state {@code proposed}, {@code approved}, {@code handedOver} or {@code cancelled}
 * @param totals by the state of its debits
 * @param fileSha256 of the file that was handed over, or null
 */
public record DirectDebitBatchDetails(
        UUID id,
        String messageId,
        LocalDate collectOn,
        String state,
        List<Total> totals,
        Instant createdAt,
        String createdBy,
        Instant approvedAt,
        String approvedBy,
        Instant handedOverAt,
        String handedOverBy,
        String fileSha256,
        String cancelReason) {

    public DirectDebitBatchDetails {
        totals = List.copyOf(totals);
    }

    /** How many debits are in a state, and what they come to in cents. */
    public record Total(String state, long count, long sumMinor) {}

    /** How many debits there are in these states. */
    public long count(List<String> states) {
        return totals.stream()
                .filter(each -> states.contains(each.state()))
                .mapToLong(Total::count)
                .sum();
    }

    /** What the debits in these states come to, in cents. */
    public long sumMinor(List<String> states) {
        return totals.stream()
                .filter(each -> states.contains(each.state()))
                .mapToLong(Total::sumMinor)
                .sum();
    }
}
