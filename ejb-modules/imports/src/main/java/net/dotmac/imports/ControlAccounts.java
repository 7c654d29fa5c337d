package net.dotmac.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.TrialBalance;

/** Reads what the ledger says of customers' debts and credits, to hold a file's sums against it. */
@ApplicationScoped
class ControlAccounts {

    @Inject
    private LedgerService ledger;

    @Inject
    private BusinessClock clock;

    /** An account of the ledger in one currency. */
    record Key(LedgerAccount account, String currency) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
        }
    }

    /**
     * Debits less credits of the control accounts and the opening balance, in minor units.
     *
     * @throws IllegalStateException if a control account disagrees with its open items
     */
    Map<Key, Long> balances() {
        LocalDate openFrom = ledger.openFrom();
        LocalDate today = clock.today();
        TrialBalance trial = ledger.trialBalance(today.isBefore(openFrom) ? openFrom : today);
        if (!trial.isBalanced()) {
            throw new IllegalStateException("The ledger disagrees with its open items: " + trial.differences());
        }
        Map<Key, Long> balances = new TreeMap<>();
        for (TrialBalance.Row row : trial.accounts()) {
            if (row.account() == LedgerAccount.RECEIVABLES
                    || row.account() == LedgerAccount.CUSTOMER_CREDIT
                    || row.account() == LedgerAccount.OPENING_BALANCE) {
                balances.put(new Key(row.account(), row.currency()), row.balanceMinor());
            }
        }
        return balances;
    }
}
