package net.dotmac.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An invoice or a credit note to be booked, or what is given up of one.
 *
 * @param documentId the document
 * @param billingAccountId whose it is
 * @param currency ISO 4217
 * @param parts net and tax by category and rate, at least one; together negative for a credit note
 * @param bookedOn date of the document
 * @param dueOn when an invoice is to be paid; the same as {@code bookedOn} for a credit note
 */
public record DocumentPosting(
        UUID documentId,
        UUID billingAccountId,
        String currency,
        List<Part> parts,
        LocalDate bookedOn,
        LocalDate dueOn) {

    public DocumentPosting {
        parts = List.copyOf(parts);
    }

    public long grossMinor() {
        return parts.stream()
                .mapToLong(part -> Math.addExact(part.netMinor(), part.taxMinor()))
                .reduce(0, Math::addExact);
    }

    /**
     * @param taxKey category and rate, e.g. {@code standard 19}
     * @param netMinor minor units
     * @param taxMinor minor units
     */
    public record Part(String taxKey, long netMinor, long taxMinor) {}
}
