package net.dotmac.billing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Mails that are not settled.
 *
 * @param waiting those never tried and those that failed and are tried again
 * @param oldestQueuedAt when the oldest was queued; empty if none waits
 */
public record MailBacklog(long waiting, Optional<Instant> oldestQueuedAt) {

    /** Both together. */
    MailBacklog and(MailBacklog other) {
        return new MailBacklog(
                waiting + other.waiting,
                Stream.concat(oldestQueuedAt.stream(), other.oldestQueuedAt.stream())
                        .min(Comparator.naturalOrder()));
    }
}
