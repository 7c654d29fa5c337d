package net.dotmac.ledger;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A document or payment and what is open of it.
 *
 * @param documentId the invoice, credit note or payment
 * @param billingAccountId whose it is
 * @param isReceivable true for what the customer owes, false for what he has to his credit
 * @param currency ISO 4217
 * @param amountMinor what it was, 0 or more
 * @param openMinor what is left of it, 0 to {@code amountMinor}
 * @param bookedOn date of the document
 * @param dueOn when it is to be paid
 */
public record OpenItem(
        UUID documentId,
        UUID billingAccountId,
        boolean isReceivable,
        String currency,
        long amountMinor,
        long openMinor,
        LocalDate bookedOn,
        LocalDate dueOn) {}
