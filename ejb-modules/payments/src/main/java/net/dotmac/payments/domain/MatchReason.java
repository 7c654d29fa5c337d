package net.dotmac.payments.domain;

/** Why money may be meant for an account, with how much that weighs; 100 and more is as good as sure. */
public enum MatchReason {
    INVOICE_NUMBER("invoiceNumber", 50),
    ACCOUNT_NUMBER("accountNumber", 45),
    /** Just this is open of one invoice. */
    AMOUNT("amount", 30),
    /** Just this is open in all. */
    TOTAL_DUE("totalDue", 30),
    /** Money from this bank account paid for it before. */
    PAID_BEFORE("paidBefore", 30),
    NAME("name", 20);

    private final String wire;
    private final int weight;

    MatchReason(String wire, int weight) {
        this.wire = wire;
        this.weight = weight;
    }

    /** The spelling on interfaces. */
    public String wire() {
        return wire;
    }

    int weight() {
        return weight;
    }
}
