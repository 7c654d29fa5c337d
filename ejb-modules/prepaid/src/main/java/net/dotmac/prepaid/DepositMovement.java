package net.dotmac.prepaid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An amount that came into a deposit or went out of it.
 *
 * @param kind in: received, allotted; out: setOff, credit, damages
 * @param amountMinor minor units, above zero
 * @param documentId the payment it came by or the document it paid, or null
 * @param actor who did it
 */
public record DepositMovement(
        UUID id,
        String kind,
        long amountMinor,
        UUID documentId,
        String note,
        LocalDate day,
        Instant at,
        String actor) {}
