package net.dotmac.ledger;

import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * What an account owed, or had to its credit, before it came here.
 *
 * @param documentId under which it is settled from now on
 * @param billingAccountId whose it is
 * @param isReceivable true for what the customer owes, false for what he has to his credit
 * @param amount what is open of it, more than 0
 * @param dueOn when it was or is to be paid
 */
public record OpeningItem(
        UUID documentId, UUID billingAccountId, boolean isReceivable, Money amount, LocalDate dueOn) {}
