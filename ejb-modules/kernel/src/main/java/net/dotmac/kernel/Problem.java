package net.dotmac.kernel;

/**
 * Something that can go wrong in a domain, as a constant of that domain's enum ({@code BillingProblem.NUMBER_TAKEN}).
 *
 * <p>The slug is public API: partners switch on it, so it never changes once released.
 */
public interface Problem {

    /** Stable name in lower-case words with hyphens, unique in the installation, e.g. {@code credit-exceeds-invoice}. */
    String slug();

    Category category();

    /** What kind of answer the problem deserves; REST maps each to one HTTP status. */
    enum Category {
        /** What was sent is malformed or breaks a rule the sender could have known. */
        INVALID(400),
        /** Nobody, or nobody we can believe, is calling. */
        UNAUTHENTICATED(401),
        /** The caller is known and may not do this. */
        FORBIDDEN(403),
        /** There is no such thing for this tenant; another tenant's thing looks the same. */
        NOT_FOUND(404),
        /** Right in itself, but not in the present state: a second charge, an illegal transition. */
        CONFLICT(409),
        /** Too many requests; wait and repeat. */
        BUSY(429),
        /** A part we depend on is away; the same request may pass later. */
        UNAVAILABLE(503);

        private final int httpStatus;

        Category(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }
}
