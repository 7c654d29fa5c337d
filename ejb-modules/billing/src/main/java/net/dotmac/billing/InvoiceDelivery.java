package net.dotmac.billing;

import java.time.Instant;
import java.util.UUID;

/**
 * One sending of a document by mail.
 *
 * @param sending 1 for the one that followed the issue, then counting
 * @param state {@code waiting}, {@code failed} (and tried again), {@code sent}, {@code givenUp} or {@code notSendable}
 * @param reason why it failed, in the mail server's words; {@code noAddress} or {@code tooOld} of what is not sendable; or null
 * @param recipient address, or null if the buyer has none
 * @param messageId the same at every attempt, so that a doubled mail can be told
 * @param requestedBy who asked for it, e.g. {@code user:anna}
 * @param attempts that have ended
 * @param nextTryAt null unless it is waiting or failed
 * @param sentAt when the mail server took it, or null
 */
public record InvoiceDelivery(
        UUID invoiceId,
        int sending,
        String state,
        String reason,
        String recipient,
        String messageId,
        String requestedBy,
        int attempts,
        Instant queuedAt,
        Instant nextTryAt,
        Instant sentAt) {

    /** Whether it will be tried without anybody asking. */
    public boolean isPending() {
        return state.equals("waiting") || state.equals("failed");
    }
}
