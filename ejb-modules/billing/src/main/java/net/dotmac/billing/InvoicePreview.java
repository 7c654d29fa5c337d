package net.dotmac.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What billing an account for one cycle date would come to, or why it can't be billed.
 *
 * @param outcome {@code billed}, {@code nothingToBill} or {@code blocked}
 * @param reason for {@code blocked}: e.g. {@code missingAddress}; otherwise null
 * @param detail for {@code blocked}: what to do; otherwise null
 * @param kind {@code invoice} or {@code creditNote}; null unless billed
 * @param netMinor minor units; 0 unless billed
 * @param lines empty unless billed
 * @param taxes empty unless billed
 */
public record InvoicePreview(
        UUID billingAccountId,
        String accountNumber,
        LocalDate cycleDate,
        String outcome,
        String reason,
        String detail,
        String kind,
        String currency,
        long netMinor,
        long taxMinor,
        long grossMinor,
        List<InvoiceLineDetails> lines,
        List<InvoiceTaxDetails> taxes) {

    public InvoicePreview {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }
}
