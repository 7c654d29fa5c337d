package net.dotmac.collections.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that failed is tried again: after one minute, then after twice as long each time, at most an hour. */
public final class RetryPolicy {

    private static final int DOUBLINGS_AT_MOST = 6;
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryPolicy() {}

    /**
     * @param attempts that have failed, 1 or more
     * @return empty if that would be later than {@code giveUpAfter} from the first attempt
     */
    public static Optional<Instant> nextTry(int attempts, Instant firstTriedAt, Instant now, Duration giveUpAfter) {
        Duration pause = Duration.ofMinutes(1L << Math.min(attempts - 1, DOUBLINGS_AT_MOST));
        Instant next = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        return next.isAfter(firstTriedAt.plus(giveUpAfter)) ? Optional.empty() : Optional.of(next);
    }
}
