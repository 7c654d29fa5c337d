package net.dotmac.system.container;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits in the container for what happens by itself. */
final class Until {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Until() {}

    /** @throws AssertionError if it is not so within a minute */
    static void so(String what, Callable<Boolean> condition) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        while (!condition.call()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("in vain within " + LIMIT + ": " + what);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
