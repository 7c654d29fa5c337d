package net.dotmac.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes do. */
final class Await {

    private Await() {}

    /** @throws IllegalStateException if it doesn't come true within the limit */
    static void until(String what, Duration limit, Duration between, Callable<Boolean> condition) {
        Instant end = Instant.now().plus(limit);
        try {
            while (!condition.call()) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("Not within " + limit.toSeconds() + " s: " + what);
                }
                TimeUnit.MILLISECONDS.sleep(between.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted: " + what, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Could not be seen: " + what, e);
        }
    }
}
