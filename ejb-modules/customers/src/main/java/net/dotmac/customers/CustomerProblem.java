package net.dotmac.customers;

import net.dotmac.kernel.Problem;

/** What can go wrong with customers, beside what every domain shares. */
public enum CustomerProblem implements Problem {
    NUMBER_TAKEN("customer-number-taken", Category.CONFLICT),
    ILLEGAL_STATUS("customer-status-transition", Category.CONFLICT);

    private final String slug;
    private final Category category;

    CustomerProblem(String slug, Category category) {
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
