package net.dotmac.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** Compares what the journal says of the control accounts with the open items of the same day. */
    static TrialBalance of(List<Row> journal, List<Row> openItems) {
        Map<String, Long> booked = controlBalances(journal);
        Map<String, Long> items = controlBalances(openItems);
        booked.keySet().forEach(key -> items.putIfAbsent(key, 0L));
        List<String> differences = new ArrayList<>();
        items.forEach((key, open) -> {
            long balance = booked.getOrDefault(key, 0L);
            if (balance != open) {
                differences.add(key + ": the journal says " + balance + ", the open items " + open);
            }
        });
        return new TrialBalance(journal, differences);
    }

    private static Map<String, Long> controlBalances(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.account().isControl())
                .collect(Collectors.toMap(row -> row.account().wire() + " " + row.currency(), Row::balanceMinor));
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
