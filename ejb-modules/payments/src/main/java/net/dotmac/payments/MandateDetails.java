package net.dotmac.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A mandate as others see it.
 *
 * @param debtor with the IBAN masked but for its first and last four characters
 * @param isAmended whether the account changed and the bank has not been told yet
 * @param state {@code active}, {@code suspended}, {@code cancelled}, {@code lapsed} or {@code used}
 * @param stateReason why it is in this state, or null
 * @param lastCollectedOn the day of the last collection handed over, or null
 * @param lapsesOn the first day on which it can't be used any more, unless it is used before
 */
public record MandateDetails(
        UUID id,
        UUID billingAccountId,
        String reference,
        String scheme,
        String sequence,
        LocalDate signedOn,
        Debtor debtor,
        boolean isAmended,
        String state,
        String stateReason,
        LocalDate lastCollectedOn,
        LocalDate lapsesOn,
        Instant createdAt,
        String createdBy) {}
