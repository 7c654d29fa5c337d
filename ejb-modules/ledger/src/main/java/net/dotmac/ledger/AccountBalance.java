package net.dotmac.ledger;

import java.util.UUID;

/**
 * What a billing account owes and has to its credit, in one currency.
 *
 * @param dueMinor open receivables, 0 or more
 * @param overdueMinor those of them past their due date
 * @param creditMinor open credits, 0 or more
 */
public record AccountBalance(
        UUID billingAccountId, String currency, long dueMinor, long overdueMinor, long creditMinor) {}
