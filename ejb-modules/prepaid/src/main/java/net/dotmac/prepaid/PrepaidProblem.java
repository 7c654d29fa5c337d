package net.dotmac.prepaid;

import net.dotmac.kernel.Problem;

/** What this domain refuses. */
public enum PrepaidProblem implements Problem {
    /** The deposit is cancelled, released, or in a state that does not allow this. */
    DEPOSIT_STATE("deposit-state", Category.CONFLICT),
    /** More than was asked for. */
    DEPOSIT_EXCEEDED("deposit-exceeded", Category.CONFLICT),
    /** More than is held. */
    DEPOSIT_TOO_SMALL("deposit-too-small", Category.CONFLICT),
    /** The account owes less than is to be set off. */
    NOTHING_TO_SET_OFF("nothing-to-set-off", Category.CONFLICT),
    /** The batch is not in a state that allows this. */
    BATCH_STATE("voucher-batch-state", Category.CONFLICT),
    /** No voucher that is sold has this code. */
    VOUCHER_UNKNOWN("voucher-unknown", Category.NOT_FOUND),
    /** It was redeemed by another account, has expired, was stopped, or is in another currency. */
    VOUCHER_NOT_REDEEMABLE("voucher-not-redeemable", Category.CONFLICT),
    /** There were too many wrong codes. */
    VOUCHERS_LOCKED("vouchers-locked", Category.CONFLICT);

    private final String slug;
    private final Category category;

    PrepaidProblem(String slug, Category category) {
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
