package net.dotmac.billing;

import net.dotmac.kernel.Problem;

/** What billing refuses. */
public enum BillingProblem implements Problem {
    CREDIT_EXCEEDS_INVOICE("credit-exceeds-invoice", Category.CONFLICT),
    NOT_CREDITABLE("document-not-creditable", Category.CONFLICT),
    WRITE_OFF_EXCEEDS_OPEN("write-off-exceeds-open", Category.CONFLICT),
    RECOVERY_EXCEEDS_WRITE_OFF("recovery-exceeds-write-off", Category.CONFLICT),
    DEBIT_NOTE_NOT_POSSIBLE("debit-note-not-possible", Category.CONFLICT),
    ALREADY_CHARGED("already-charged", Category.CONFLICT),
    ACCOUNT_CLOSED("billing-account-closed", Category.CONFLICT),
    NUMBER_TAKEN("billing-account-number-taken", Category.CONFLICT),
    /** Another document has the number. */
    DOCUMENT_NUMBER_TAKEN("document-number-taken", Category.CONFLICT),
    RUN_IS_OVER("billing-run-is-over", Category.CONFLICT),
    RUN_NEEDS_OTHER("billing-run-needs-other", Category.CONFLICT),
    RUN_NOT_WAITING("billing-run-not-waiting", Category.CONFLICT),
    RUN_EXISTS("billing-run-exists", Category.CONFLICT),
    NO_MAIL_ADDRESS("no-mail-address", Category.CONFLICT),
    NUMBER_PATTERN_TAKEN("number-pattern-taken", Category.CONFLICT),
    E_INVOICE_NOT_POSSIBLE("einvoice-not-possible", Category.CONFLICT);

    private final String slug;
    private final Category category;

    BillingProblem(String slug, Category category) {
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
