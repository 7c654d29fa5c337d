package net.dotmac.ledger;

import net.dotmac.kernel.Problem;

/** What the ledger refuses. */
public enum LedgerProblem implements Problem {
    ALREADY_BOOKED("document-already-booked", Category.CONFLICT),
    /** A day in a closed month. */
    PERIOD_CLOSED("period-closed", Category.CONFLICT),
    /** The month to be closed or reopened has its turn later, or had it before. */
    NOT_ITS_TURN("period-not-its-turn", Category.CONFLICT),
    NOT_OVER("period-not-over", Category.CONFLICT),
    NOT_BALANCED("books-not-balanced", Category.CONFLICT),
    /** Only closed months are exported: an open one could still change after. */
    PERIOD_OPEN("period-open", Category.CONFLICT),
    ALREADY_EXPORTED("period-already-exported", Category.CONFLICT),
    /** A month of it was reopened since, and booked in. */
    EXPORT_CHANGED("export-changed", Category.CONFLICT),
    /** There is less credit than is to be put away. */
    CREDIT_TOO_SMALL("credit-too-small", Category.CONFLICT),
    /** Less is held than is to be given back. */
    HELD_TOO_LITTLE("held-too-little", Category.CONFLICT),
    /** The payment's money is held for something else. */
    MONEY_IS_HELD("payment-money-is-held", Category.CONFLICT);

    private final String slug;
    private final Category category;

    LedgerProblem(String slug, Category category) {
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
