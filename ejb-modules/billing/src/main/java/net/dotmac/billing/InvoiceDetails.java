package net.dotmac.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.customers.BillTo;

/**
 * An issued invoice, debit note or credit note; a credit note's amounts are negative.
 *
 * @param kind {@code invoice}, {@code debitNote} or {@code creditNote}
 * @param correctsId the invoice that a credit or debit note corrects, or null
 * @param reason why a credit or debit note was issued, or null
 * @param runId the run that issued it, or null
 * @param cycleDate the cycle date billed for
 * @param netMinor minor units, as are all amounts
 * @param openMinor what is not settled yet; of a credit note what is not used up yet, 0 or more
 * @param state {@code new}, {@code partiallyPaid} or {@code settled}
 * @param buyer as copied at the issue
 */
public record InvoiceDetails(
        UUID id,
        String kind,
        String number,
        UUID billingAccountId,
        String accountNumber,
        UUID correctsId,
        String reason,
        UUID runId,
        LocalDate cycleDate,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        long netMinor,
        long taxMinor,
        long grossMinor,
        long openMinor,
        String state,
        String taxTreatment,
        BillTo buyer,
        Instant createdAt) {

    /** Whether the customer should have paid before this day and has not paid all. */
    public boolean isOverdue(LocalDate today) {
        return !kind.equals("creditNote") && openMinor > 0 && dueOn.isBefore(today);
    }
}
