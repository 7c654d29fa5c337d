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
    NOT_BALANCED("books-not-balanced", Category.CONFLICT);

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
