package net.dotmac.rest.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests a caller may make. Each caller has a bucket on this node; the least recently seen is forgotten when
 * there are ten thousand, which costs nobody more than a full bucket.
 */
@ApplicationScoped
public class RequestRate {

    private static final int MAX_BUCKETS = 10_000;
    private static final int SECONDS_OF_BURST = 10;

    private final Map<String, TokenBucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > MAX_BUCKETS;
        }
    };

    /** Requests a second that one caller may keep up; ten seconds' worth may come at once. 0 switches the limit off. */
    @Inject
    @ConfigProperty(name = "dotmac.rest.requests-per-second", defaultValue = "1000")
    private int perSecond;

    /** Whether this caller may make one more request now. */
    public boolean admits(String caller) {
        return perSecond <= 0 || bucket(caller).take(System.nanoTime());
    }

    private synchronized TokenBucket bucket(String caller) {
        return buckets.computeIfAbsent(
                caller,
                name -> new TokenBucket(
                        (long) perSecond * SECONDS_OF_BURST,
                        TimeUnit.SECONDS.toNanos(1) / perSecond,
                        System.nanoTime()));
    }
}
