package net.dotmac.rest.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRateTest {

    /** At one a second the eleventh at once is too many, unless the ten took longer than a second. */
    @Test
    void tenSecondsWorthMayComeAtOnce() {
        RequestRate rate = new RequestRate(new ConcurrentHashMap<>(), 1, 1);
        long start = System.nanoTime();
        long admitted =
                IntStream.range(0, 50).filter(each -> rate.admits("anna")).count();
        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        assertTrue(admitted >= 10 && admitted <= 11 + seconds, "admitted " + admitted);
    }

    @Test
    void whoGuessesIsSlowedDownAndMayStillCall() {
        RequestRate rate = new RequestRate(new ConcurrentHashMap<>(), 0, 1);
        IntStream.range(0, 50).forEach(each -> rate.admitsSignIn("192.0.2.1"));
        assertFalse(rate.admitsSignIn("192.0.2.1"));
        assertTrue(rate.admitsSignIn("192.0.2.2"));
        assertTrue(rate.admits("192.0.2.1"));
    }

    @Test
    void oneCallerDoesNotSlowAnother() {
        RequestRate rate = new RequestRate(new ConcurrentHashMap<>(), 1, 1);
        IntStream.range(0, 50).forEach(each -> rate.admits("anna"));
        assertFalse(rate.admits("anna"));
        assertTrue(rate.admits("ben"));
    }

    @Test
    void whoIsForgottenStartsWithAFullBucket() {
        ConcurrentHashMap<String, io.github.bucket4j.Bucket> buckets = new ConcurrentHashMap<>();
        RequestRate rate = new RequestRate(buckets, 1, 1);
        IntStream.range(0, 50).forEach(each -> rate.admits("anna"));
        buckets.clear();
        assertTrue(rate.admits("anna"));
        assertEquals(1, buckets.size());
    }

    @Test
    void zeroSwitchesTheLimitOff() {
        RequestRate rate = new RequestRate(new ConcurrentHashMap<>(), 0, 1);
        assertTrue(IntStream.range(0, 1000).allMatch(each -> rate.admits("anna")));
    }
}
