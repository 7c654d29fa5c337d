package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How far an item has been charged. Everything of the item before {@code chargedThrough} is on a document, nothing after it.
 *
 * @param itemId the subscription item
 * @param chargedThrough the first day not charged yet
 * @param changeSequence how often a credit moved the mark back, from 0; keeps the keys of repeated charges apart
 * @param carried what is left of earlier allowances, for metered items whose allowance rolls over
 */
public record ChargeMark(UUID itemId, LocalDate chargedThrough, int changeSequence, CarriedAllowance carried) {

    /** With nothing carried. */
    public ChargeMark(UUID itemId, LocalDate chargedThrough, int changeSequence) {
        this(itemId, chargedThrough, changeSequence, CarriedAllowance.NONE);
    }
}
