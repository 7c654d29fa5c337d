package net.dotmac.payments.domain;

import java.time.LocalDate;

/**
 * One movement of a bank account as the bank told it.
 *
 * @param line where it stands: the line of a CSV file, the place of the entry in a camt.053 statement; from 1 on
 * @param amountMinor minor units, above 0 for money that came in and below 0 for money that went out
 * @param bankReference the bank's own reference, or null
 * @param endToEndId what the two sides of a transfer or direct debit call it, or null
 * @param structuredReference a creditor reference (ISO 11649 or the bank's own), or null
 * @param remittance what the payer wrote, perhaps empty
 * @param name the other side, or null
 * @param iban the other side's account, or null
 * @param isReversal whether the bank takes an earlier movement back
 * @param returnReason why a payment came back, an ISO 20022 code such as AC04, or null
 * @param batchReference the sender's own id of the group that is booked as one, or of its file, or null
 */
public record BankEntry(
        int line,
        LocalDate bookedOn,
        LocalDate valueOn,
        long amountMinor,
        String currency,
        String bankReference,
        String endToEndId,
        String structuredReference,
        String remittance,
        String name,
        String iban,
        boolean isReversal,
        String returnReason,
        String batchReference) {

    /** Whether money that had come in goes back to the payer. */
    public boolean isReturn() {
        return amountMinor < 0 && (isReversal || returnReason != null);
    }
}
