package net.dotmac.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a batch of a day would collect, and what it would leave out and why.
 *
 * @param collectOn the collection day
 * @param sumMinor of all lines, in cents
 */
public record DirectDebitPlan(LocalDate collectOn, List<Line> lines, List<LeftOut> leftOut, long sumMinor) {

    public DirectDebitPlan {
        lines = List.copyOf(lines);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One invoice to be collected.
     *
     * @param amountMinor all that is open of it, in cents
     * @param attempt 1, or 2 where the first came back for want of money
     */
    public record Line(
            UUID billingAccountId,
            UUID mandateId,
            String mandateReference,
            UUID invoiceId,
            String invoiceNumber,
            long amountMinor,
            int attempt) {}

    /**
     * One invoice that is due and not collected.
     *
     * @param reason {@code inFlight}, {@code failedBefore}, {@code mandateSuspended}, {@code mandateLapsed}, {@code
     *     oneOff} (the mandate is for one collection), {@code tooLarge} or {@code nextBatch} (this one is full)
     */
    public record LeftOut(UUID billingAccountId, UUID invoiceId, String invoiceNumber, long openMinor, String reason) {}
}
