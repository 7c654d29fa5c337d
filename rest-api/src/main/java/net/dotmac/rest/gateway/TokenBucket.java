package net.dotmac.rest.gateway;

/** A bucket that starts full, loses one token a request and gains one every interval. */
final class TokenBucket {

    private final long capacity;
    private final long nanosPerToken;
    private long tokens;
    private long countedAt;

    /** @param nanosPerToken more than 0 */
    TokenBucket(long capacity, long nanosPerToken, long now) {
        this.capacity = capacity;
        this.nanosPerToken = nanosPerToken;
        this.tokens = capacity;
        this.countedAt = now;
    }

    /** @param now nanoseconds of a clock that never steps back */
    synchronized boolean take(long now) {
        long gained = (now - countedAt) / nanosPerToken;
        tokens = Math.min(capacity, tokens + gained);
        countedAt += gained * nanosPerToken;
        if (tokens == 0) {
            return false;
        }
        tokens--;
        return true;
    }
}
