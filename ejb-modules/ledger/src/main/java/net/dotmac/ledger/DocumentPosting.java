package net.dotmac.ledger;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An invoice or a credit note to be booked.
 *
 * @param documentId the document
 * @param billingAccountId whose it is
 * @param currency ISO 4217
 * @param netMinor minor units; negative for a credit note, as is the tax
 * @param taxMinor minor units
 * @param bookedOn date of the document
 * @param dueOn when an invoice is to be paid; the same as {@code bookedOn} for a credit note
 */
public record DocumentPosting(
        UUID documentId,
        UUID billingAccountId,
        String currency,
        long netMinor,
        long taxMinor,
        LocalDate bookedOn,
        LocalDate dueOn) {

    public long grossMinor() {
        return Math.addExact(netMinor, taxMinor);
    }
}
