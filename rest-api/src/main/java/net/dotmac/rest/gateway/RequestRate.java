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

    /** Requests for tokens a second from one address; ten seconds' worth may come at once. 0 switches the limit off. */
    @Inject
    @ConfigProperty(name = "dotmac.rest.sign-ins-per-second", defaultValue = "10")
    private int signInsPerSecond;

    /** Requests a second that one caller may keep up; ten seconds' worth may come at once. 0 switches the limit off. */
    @Inject
    @ConfigProperty(name = "dotmac.rest.requests-per-second", defaultValue = "1000")
    private int perSecond;

    /** For the container, which sets cache and limit. */
    public RequestRate() {}

    RequestRate(ConcurrentMap<String, Bucket> buckets, int perSecond, int signInsPerSecond) {
        this.buckets = buckets;
        this.perSecond = perSecond;
        this.signInsPerSecond = signInsPerSecond;
    }

    /** Whether this caller may make one more request now. */
    public boolean admits(String caller) {
        return admits(caller, perSecond);
    }

    /** Whether this address may ask for a token once more now: each costs a password's or a secret's check. */
    public boolean admitsSignIn(String address) {
        return admits("sign-in " + address, signInsPerSecond);
    }

    private boolean admits(String key, int rate) {
        return rate <= 0 || buckets.computeIfAbsent(key, name -> full(rate)).tryConsume(1);
    }

    private static Bucket full(int rate) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity((long) rate * SECONDS_OF_BURST).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }
}
