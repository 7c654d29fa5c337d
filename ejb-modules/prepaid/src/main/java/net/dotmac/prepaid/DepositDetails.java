package net.dotmac.prepaid;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A security deposit.
 *
 * @param askedMinor minor units, as are all amounts
 * @param returnedMinor set off, turned into credit, or kept for damages
 * @param state asked, partlyReceived, held, released or cancelled
 */
public record DepositDetails(
        UUID id,
        UUID billingAccountId,
        UUID customerId,
        String currency,
        long askedMinor,
        long receivedMinor,
        long returnedMinor,
        String reason,
        String state,
        LocalDate askedOn,
        String askedBy) {

    /** What lies there now. */
    public long heldMinor() {
        return receivedMinor - returnedMinor;
    }

    /** Whether more money may come in. */
    public boolean isOpen() {
        return state.equals("asked") || state.equals("partlyReceived");
    }
}
