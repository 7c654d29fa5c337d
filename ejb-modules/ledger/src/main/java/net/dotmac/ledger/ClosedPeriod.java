package net.dotmac.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A month that was closed, and perhaps reopened since.
 *
 * @param closedBy who closed it, as audit entries name him
 * @param reopenedAt null while it is closed, as are the two after it
 */
public record ClosedPeriod(
        UUID id,
        YearMonth month,
        Instant closedAt,
        String closedBy,
        Instant reopenedAt,
        String reopenedBy,
        String reopenReason) {

    public boolean isClosed() {
        return reopenedAt == null;
    }
}
