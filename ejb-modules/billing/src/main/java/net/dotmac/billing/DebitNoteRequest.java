package net.dotmac.billing;

import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;

/**
 * What to ask for by a debit note.
 *
 * @param sourceId what causes it, such as a step of a dunning case; the same source gets one note however often it
 *     asks; null for a cause of its own
 * @param reason why, 1 to 500 characters
 * @param correctsId the invoice that asked too little, or null
 * @param lines 1 to 50
 */
public record DebitNoteRequest(UUID sourceId, String reason, UUID correctsId, List<DebitLine> lines) {

    private static final int REASON_AT_MOST = 500;
    private static final int LINES_AT_MOST = 50;

    public DebitNoteRequest {
        sourceId = sourceId == null ? Ids.next() : sourceId;
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** @throws DomainException {@code invalid-value} if no document in this currency can be made of it */
    void check(String currency) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_AT_MOST) {
            throw DomainException.invalid("reason", "A debit note needs a reason of 1 to 500 characters.");
        }
        if (lines.isEmpty() || lines.size() > LINES_AT_MOST) {
            throw DomainException.invalid(
                    "lines", "Found " + lines.size() + " lines, expected 1 to " + LINES_AT_MOST + ".");
        }
        lines.forEach(line -> line.check(currency));
    }
}
