package net.dotmac.services;

import net.dotmac.kernel.Problem;

/** What can go wrong with orders and products, beside what every domain shares. */
public enum OrderProblem implements Problem {
    NOT_SELLABLE("offering-not-sellable", Category.CONFLICT),
    CURRENCY_MISMATCH("order-currency-mismatch", Category.INVALID),
    PRODUCT_ENDED("product-already-ended", Category.CONFLICT),
    /** A change can't be dated into or before a pause whose days are not billed. */
    PRODUCT_PAUSED("product-is-paused", Category.CONFLICT),
    /** A product has a lock of the same reason already. */
    LOCKED_ALREADY("product-is-locked-already", Category.CONFLICT),
    /** A planned change of prices has taken effect or was withdrawn. */
    PRICES_CHANGED("prices-are-changed", Category.CONFLICT),
    /** What a change would rewrite is billed or booked for good. */
    PERIOD_CLOSED("period-is-closed", Category.CONFLICT);

    private final String slug;
    private final Category category;

    OrderProblem(String slug, Category category) {
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
