package net.dotmac.catalog;

import net.dotmac.kernel.Problem;

/** What can go wrong with the catalogue, beside what every domain shares. */
public enum CatalogProblem implements Problem {
    IN_USE("catalog-entry-in-use", Category.CONFLICT),
    PROMOTION_CODE_TAKEN("promotion-code-taken", Category.CONFLICT),
    PROMOTION_NOT_USABLE("promotion-not-usable", Category.CONFLICT),
    NOT_SELLABLE("offering-not-sellable", Category.CONFLICT);

    private final String slug;
    private final Category category;

    CatalogProblem(String slug, Category category) {
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
