package net.dotmac.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What changed a billing account's balance between two days, both included. The balance is what the customer owes less what is
 * his: below 0 we owe him. Amounts are in minor units.
 *
 * @param openingMinor at the beginning of {@code from}
 * @param closingMinor at the end of {@code to}
 */
public record AccountStatement(
        UUID billingAccountId,
        String currency,
        LocalDate from,
        LocalDate to,
        long openingMinor,
        long closingMinor,
        List<Entry> entries) {

    public AccountStatement {
        entries = List.copyOf(entries);
    }

    /**
     * One document or payment.
     *
     * @param kind the journal's word for it, e.g. {@code invoice}, {@code payment}
     * @param documentId of the invoice, payment… by which the journal knows it
     * @param amountMinor above 0 for what he is asked for, below 0 for what he paid or was credited
     * @param balanceMinor after it
     */
    public record Entry(LocalDate bookedOn, String kind, UUID documentId, long amountMinor, long balanceMinor) {}
}
