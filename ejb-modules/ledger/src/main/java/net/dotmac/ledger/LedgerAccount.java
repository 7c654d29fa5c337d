package net.dotmac.ledger;

/** The accounts of the journal. */
public enum LedgerAccount {
    /** What customers owe: control account of the open receivables. */
    RECEIVABLES("receivables"),
    /** What customers have paid or been credited in advance: control account of the open credits. */
    CUSTOMER_CREDIT("customerCredit"),
    REVENUE("revenue"),
    TAX_PAYABLE("taxPayable"),
    BANK("bank"),
    /**
     * What was invoiced for days that have not come yet, as of the last month's end for which revenue was recognised.
     */
    DEFERRED_REVENUE("deferredRevenue"),
    /** Receivables given up, without the tax that the state gives back. */
    WRITE_OFF("writeOff"),
    /** Security deposits: control account of what is held for accounts. */
    DEPOSITS("deposits"),
    /** Balances that charges are drawn from: control account of what is held for accounts. */
    PREPAID("prepaid"),
    /** Vouchers sold and not redeemed yet: control account of what is held for batches. */
    VOUCHERS("vouchers"),
    /** What was paid for and will never be asked for. */
    BREAKAGE("breakage"),
    /** The other side of what customers owed and had to their credit before they came here. */
    OPENING_BALANCE("openingBalance"),
    /** What was taken out of customers' credit and has not arrived yet: at their banks, or on another account. */
    PAYOUTS("payouts");

    private final String wire;

    LedgerAccount(String wire) {
        this.wire = wire;
    }

    /** The spelling in the database and on interfaces. */
    public String wire() {
        return wire;
    }

    /** Whether the account may differ by category and rate of the tax. */
    public boolean isByTax() {
        return this == REVENUE || this == TAX_PAYABLE || this == DEFERRED_REVENUE || this == WRITE_OFF;
    }

    /** Whether it owes money that is held for somebody, and agrees with the sum of all that is. */
    public boolean isHeld() {
        return this == DEPOSITS || this == PREPAID || this == VOUCHERS;
    }

    /** Whether its balance is the sum of single items on every day. */
    public boolean isControl() {
        return isHeld() || this == RECEIVABLES || this == CUSTOMER_CREDIT;
    }

    public static LedgerAccount ofWire(String wire) {
        for (LedgerAccount account : values()) {
            if (account.wire.equals(wire)) {
                return account;
            }
        }
        throw new IllegalArgumentException("no ledger account " + wire);
    }
}
