package net.dotmac.ledger;

/**
 * The account of the tenant's chart that stands for an account of the journal.
 *
 * @param account of the journal
 * @param taxKey category and rate such as {@code standard 19}, or empty for all that have no entry of their own
 * @param number 1 to 20 letters, digits, dots and hyphens
 * @param name 1 to 100 characters
 * @param isAutomatic whether the other side's program works out tax by itself for this account, which an export then
 *     has to stop
 * @param isDefault whether it is the default of the tenant's country
 */
public record ChartEntry(
        LedgerAccount account, String taxKey, String number, String name, boolean isAutomatic, boolean isDefault) {}
