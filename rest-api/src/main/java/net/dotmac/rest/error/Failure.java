package net.dotmac.rest.error;

/**
 * What went wrong, as far as the caller may know it.
 *
 * @param status HTTP status, 400 to 599
 * @param slug stable name that partners switch on
 * @param message for a person: what was found, what was expected, what to do
 * @param attribute the attribute at fault by its public name, or null
 * @param reference id of the log entry, for failures that are ours; null for the caller's
 */
public record Failure(int status, String slug, String message, String attribute, String reference) {

    public static Failure of(int status, String slug, String message) {
        return new Failure(status, slug, message, null, null);
    }

    /** Repeating later may help: the answer carries Retry-After. */
    public boolean isTemporary() {
        return status == 503 || status == 429;
    }
}
