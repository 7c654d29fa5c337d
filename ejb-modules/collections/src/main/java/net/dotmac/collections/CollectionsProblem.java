package net.dotmac.collections;

import net.dotmac.kernel.Problem;

/** What collections refuse. */
public enum CollectionsProblem implements Problem {
    /** The case is closed, or in a state that does not allow this. */
    CASE_STATE("collection-case-state", Category.CONFLICT),
    /** The invoice is disputed already. */
    DISPUTED_ALREADY("invoice-disputed-already", Category.CONFLICT),
    /** The account has a promise or an arrangement already. */
    AGREED_ALREADY("agreement-exists-already", Category.CONFLICT);

    private final String slug;
    private final Category category;

    CollectionsProblem(String slug, Category category) {
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
