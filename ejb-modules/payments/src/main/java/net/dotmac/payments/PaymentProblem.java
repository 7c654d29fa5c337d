package net.dotmac.payments;

import net.dotmac.kernel.Problem;

/** What payments refuse. */
public enum PaymentProblem implements Problem {
    /** The same id or key came before with another amount or account. */
    DIFFERS("payment-differs", Category.CONFLICT),
    WRONG_CURRENCY("payment-currency-differs", Category.INVALID),
    /** A bank's file is broken, incomplete, or not of a kind that is known here. */
    FILE_REFUSED("bank-file-refused", Category.INVALID),
    /** The bank's id of a statement came before with another content. */
    STATEMENT_DIFFERS("bank-statement-differs", Category.CONFLICT),
    /** A movement of the bank account is not in a state that allows this. */
    TRANSACTION_STATE("bank-transaction-state", Category.CONFLICT),
    /** The mandate is not in a state that allows this. */
    MANDATE_STATE("mandate-state", Category.CONFLICT),
    /** The account has a mandate that stands, or the reference is taken. */
    MANDATE_EXISTS("mandate-exists", Category.CONFLICT),
    /** Nobody has said yet as whom the tenant collects. */
    NO_CREDITOR("no-creditor", Category.CONFLICT),
    /** A batch of direct debits, or one of them, is not in a state that allows this. */
    DEBIT_STATE("direct-debit-state", Category.CONFLICT),
    /** Whoever created something may not approve it as well. */
    NEEDS_OTHER("approval-needs-other", Category.CONFLICT),
    /** Nothing is due that could be collected. */
    NOTHING_DUE("nothing-to-collect", Category.CONFLICT),
    /** A payout, or a batch of them, is not in a state that allows this. */
    PAYOUT_STATE("payout-state", Category.CONFLICT),
    /** No approved payout waits for a file. */
    NOTHING_TO_PAY_OUT("nothing-to-pay-out", Category.CONFLICT),
    /** Nobody has said by which gateway cards are charged, or it is switched off. */
    NO_GATEWAY("no-gateway", Category.CONFLICT),
    /** A report of a gateway is not signed as it should be. */
    BAD_SIGNATURE("bad-signature", Category.INVALID);

    private final String slug;
    private final Category category;

    PaymentProblem(String slug, Category category) {
        this.slug = slug;
        this.category = category;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public Category category() {
        return category;
    }
}
