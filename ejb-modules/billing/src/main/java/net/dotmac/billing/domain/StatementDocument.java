package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.customers.BillTo;
import net.dotmac.platform.Seller;

/**
 * A statement of account with all it shows. Not a tax document: it is made anew whenever it is asked for.
 *
 * @param openingMinor what the customer owed at the beginning; below 0 what was his
 * @param closingMinor the same at the end
 */
public record StatementDocument(
        LocalDate from,
        LocalDate to,
        LocalDate madeOn,
        String accountNumber,
        Seller seller,
        BillTo buyer,
        String currency,
        long openingMinor,
        long closingMinor,
        List<Entry> entries) {

    public StatementDocument {
        entries = List.copyOf(entries);
    }

    /**
     * One document or payment.
     *
     * @param kind the journal's word, e.g. {@code invoice}
     * @param number of the document, or null for what has none
     * @param amountMinor below 0 for what was paid or credited
     * @param balanceMinor after it
     */
    public record Entry(
            LocalDate bookedOn, String kind, UUID documentId, String number, long amountMinor, long balanceMinor) {}
}
