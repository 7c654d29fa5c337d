package net.dotmac.ledger.domain;

import java.time.LocalDate;
import net.dotmac.ledger.ChartEntry;

/**
 * A journal row as exports see it.
 *
 * @param documentOn the day the document bears, if it was forwarded out of a closed month; otherwise null
 * @param kind of the document, e.g. {@code invoice}
 * @param document groups the rows of one document
 * @param reference the document's number, or an end of its id
 * @param amountMinor more than 0
 * @param taxKey category and rate, or null
 */
public record ExportBooking(
        LocalDate bookedOn,
        LocalDate documentOn,
        String kind,
        String document,
        String reference,
        ChartEntry debit,
        ChartEntry credit,
        long amountMinor,
        String taxKey) {}
