package net.dotmac.kernel;

/** Problems that every domain shares. */
public enum CommonProblem implements Problem {
    INVALID_VALUE("invalid-value", Category.INVALID),
    UNKNOWN_ATTRIBUTE("unknown-attribute", Category.INVALID),
    NO_CONTEXT("no-call-context", Category.UNAUTHENTICATED),
    UNAUTHENTICATED("unauthenticated", Category.UNAUTHENTICATED),
    MISSING_PERMISSION("missing-permission", Category.FORBIDDEN),
    NOT_FOUND("not-found", Category.NOT_FOUND),
    STALE("changed-meanwhile", Category.CONFLICT),
    TOO_MANY_REQUESTS("too-many-requests", Category.BUSY),
    UNAVAILABLE("temporarily-unavailable", Category.UNAVAILABLE);

    private final String slug;
    private final Category category;

    CommonProblem(String slug, Category category) {
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
