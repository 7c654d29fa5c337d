package net.dotmac.ledger;

import net.dotmac.kernel.Problem;

/** What the ledger refuses. */
public enum LedgerProblem implements Problem {
    ALREADY_BOOKED("document-already-booked", Category.CONFLICT);

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
