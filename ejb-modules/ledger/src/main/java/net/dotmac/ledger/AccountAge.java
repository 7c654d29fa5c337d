package net.dotmac.ledger;

import java.util.UUID;

/**
 * What an account owes as of a day, by how long it is overdue then, and what it has to its credit. All amounts in
 * minor units, 0 or more.
 *
 * @param billingAccountId whose it is, or null for a sum over all accounts
 * @param currency ISO 4217
 */
public record AccountAge(
        UUID billingAccountId,
        String currency,
        long notDueMinor,
        long days1To30Minor,
        long days31To60Minor,
        long days61To90Minor,
        long over90Minor,
        long creditMinor) {

    /** All that is owed. */
    public long dueMinor() {
        return notDueMinor + days1To30Minor + days31To60Minor + days61To90Minor + over90Minor;
    }
}
