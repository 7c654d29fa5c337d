package net.dotmac.identity;

import net.dotmac.kernel.Problem;

/** What identity refuses. */
public enum IdentityProblem implements Problem {
    USERNAME_TAKEN("username-taken", Category.CONFLICT),
    CLIENT_ID_TAKEN("client-id-taken", Category.CONFLICT),
    WEAK_PASSWORD("weak-password", Category.INVALID),
    WRONG_PASSWORD("wrong-password", Category.INVALID),
    BEYOND_OWN_PERMISSIONS("beyond-own-permissions", Category.FORBIDDEN),
    KEY_REUSED("idempotency-key-reused", Category.CONFLICT),
    REQUEST_IN_PROGRESS("request-in-progress", Category.CONFLICT);

    private final String slug;
    private final Category category;

    IdentityProblem(String slug, Category category) {
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
