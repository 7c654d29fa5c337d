package net.dotmac.payments;

import net.dotmac.kernel.Problem;

/** What payments refuse. */
public enum PaymentProblem implements Problem {
    /** The same id or key came before with another amount or account. */
    DIFFERS("payment-differs", Category.CONFLICT),
    WRONG_CURRENCY("payment-currency-differs", Category.INVALID);

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
