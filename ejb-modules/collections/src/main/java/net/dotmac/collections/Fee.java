package net.dotmac.collections;

import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * What a case charges.
 *
 * @param kind lateFee or reconnect
 * @param taxCategory null for what is outside VAT
 * @param dueOn the day it is charged, or tried again
 * @param documentId its debit note, or null while there is none
 * @param reason why there is none yet, or null
 */
public record Fee(
        UUID id,
        UUID caseId,
        UUID billingAccountId,
        String kind,
        Money amount,
        String taxCategory,
        boolean taxIncluded,
        LocalDate dueOn,
        UUID documentId,
        String reason) {

    public static final String LATE = "lateFee";
    public static final String RECONNECT = "reconnect";
}
