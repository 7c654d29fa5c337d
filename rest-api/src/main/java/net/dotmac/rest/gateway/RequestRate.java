package net.dotmac.rest.gateway;

import io.github.bucket4j.Bucket;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests a caller may make. Each caller has a bucket on this node, in a cache of the server's; one that is not seen
 * for a minute is forgotten, and the least recently seen when there are ten thousand. Neither costs anybody more than a full
 * bucket.
 */
@ApplicationScoped
public class RequestRate {

    private static final int SECONDS_OF_BURST = 10;

    @Resource(lookup = "java:jboss/infinispan/cache/dotmac/request-rates")
    private ConcurrentMap<String, Bucket> buckets;

    /** Requests a second that one caller may keep up; ten seconds' worth may come at once. 0 switches the limit off. */
    @Inject
    @ConfigProperty(name = "dotmac.rest.requests-per-second", defaultValue = "1000")
    private int perSecond;

    /** For the container, which sets cache and limit. */
    public RequestRate() {}

    RequestRate(ConcurrentMap<String, Bucket> buckets, int perSecond) {
        this.buckets = buckets;
        this.perSecond = perSecond;
    }

    /** Whether this caller may make one more request now. */
    public boolean admits(String caller) {
        return perSecond <= 0 || buckets.computeIfAbsent(caller, name -> full()).tryConsume(1);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity((long) perSecond * SECONDS_OF_BURST)
                        .refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
