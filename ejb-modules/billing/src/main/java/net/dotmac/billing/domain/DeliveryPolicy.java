package net.dotmac.billing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that failed is tried again: soon at first, then ever more rarely, at last not at all. */
public final class DeliveryPolicy {

    private static final long[] MINUTES = {1, 2, 5, 10, 20, 40};
    private static final long THEN_EVERY = 60;

    private DeliveryPolicy() {}

    /**
     * @param attempts that have failed, 1 or more
     * @return empty if that would be later than {@code giveUpAfter} from the first attempt
     */
    public static Optional<Instant> nextTry(int attempts, Instant firstTriedAt, Instant now, Duration giveUpAfter) {
        long minutes = attempts <= MINUTES.length ? MINUTES[attempts - 1] : THEN_EVERY;
        Instant next = now.plus(Duration.ofMinutes(minutes));
        return next.isAfter(firstTriedAt.plus(giveUpAfter)) ? Optional.empty() : Optional.of(next);
    }
}
