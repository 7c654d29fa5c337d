package net.dotmac.ledger;

import java.util.List;

/**
 * The balances of all ledger accounts, with the sums that must agree with them.
 *
 * @param accounts one row per ledger account and currency
 * @param differences control accounts that disagree with their open items; empty in a sound ledger
 */
public record TrialBalance(List<Row> accounts, List<String> differences) {

    public TrialBalance {
        accounts = List.copyOf(accounts);
        differences = List.copyOf(differences);
    }

    /** Whether debits equal credits and the control accounts agree with the open items. */
    public boolean isBalanced() {
        return differences.isEmpty();
    }

    /**
     * @param debitMinor sum of the debits
     * @param creditMinor sum of the credits
     */
    public record Row(LedgerAccount account, String currency, long debitMinor, long creditMinor) {

        /** Debits less credits. */
        public long balanceMinor() {
            return Math.subtractExact(debitMinor, creditMinor);
        }
    }
}
