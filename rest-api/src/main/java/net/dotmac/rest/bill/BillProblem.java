package net.dotmac.rest.bill;

import net.dotmac.kernel.Problem;

/** What TMF678 lets a caller ask for and we refuse. */
enum BillProblem implements Problem {
    STATE_FOLLOWS_PAYMENTS("bill-state-follows-payments", Category.CONFLICT);

    private final String slug;
    private final Category category;

    BillProblem(String slug, Category category) {
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
