package net.dotmac.usage;

/**
 * What became of one delivered record.
 *
 * @param position its place in the delivery, from 1; the line of a file
 * @param source as delivered, or null if it could not be read
 * @param sourceId as delivered, or null
 * @param outcome {@code accepted}, {@code duplicate} or {@code refused}
 * @param reason why it was refused, otherwise null
 */
public record UsageOutcome(int position, String source, String sourceId, String outcome, String reason) {

    public static final String ACCEPTED = "accepted";
    public static final String DUPLICATE = "duplicate";
    public static final String REFUSED = "refused";

    static UsageOutcome of(UsageEntry entry, String outcome, String reason) {
        UsageRecord record = entry.record();
        return new UsageOutcome(
                entry.position(),
                record == null ? null : record.source(),
                record == null ? null : record.sourceId(),
                outcome,
                reason);
    }
}
