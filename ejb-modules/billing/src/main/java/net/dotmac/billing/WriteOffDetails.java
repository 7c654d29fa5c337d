package net.dotmac.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was given up of a document, or what came back of that.
 *
 * @param reference unique within the tenant, e.g. {@code INV-00000012/W1}; a recovery's ends with R and a number
 * @param recoversId the write-off that a recovery takes back, or null for a write-off
 * @param amountMinor gross, minor units, more than zero
 * @param taxMinor its tax, whether claimed back or not
 * @param taxRelief whether the tax was claimed back from the state, or is owed to it again
 * @param leftMinor of a write-off what has not come back; of a recovery what is open of it
 */
public record WriteOffDetails(
        UUID id,
        String reference,
        UUID invoiceId,
        UUID recoversId,
        UUID billingAccountId,
        LocalDate bookedOn,
        String currency,
        long amountMinor,
        long taxMinor,
        boolean taxRelief,
        long leftMinor,
        String reason,
        String madeBy,
        Instant madeAt) {

    public boolean isRecovery() {
        return recoversId != null;
    }
}
