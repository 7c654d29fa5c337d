package net.dotmac.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A billing account as others see it.
 *
 * @param cycleDay 1 to 31
 * @param nextBillOn the first cycle date that is not billed yet
 * @param state {@code active} or {@code closed}
 * @param paymentTermDays days from issue to due date
 * @param holdReason why it is on hold, or null
 * @param taxTreatment {@code standard}, {@code exempt} or {@code reverseCharge}
 * @param documents how it wants its documents
 */
public record BillingAccountDetails(
        UUID id,
        String number,
        String name,
        UUID customerId,
        String currency,
        int cycleDay,
        LocalDate nextBillOn,
        String state,
        int paymentTermDays,
        boolean onHold,
        String holdReason,
        String taxTreatment,
        AccountDocuments documents,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
