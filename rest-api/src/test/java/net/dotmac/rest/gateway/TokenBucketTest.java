package net.dotmac.rest.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

    @Test
    void emptiesAndRefills() {
        TokenBucket bucket = new TokenBucket(2, 100, 0);
        assertTrue(bucket.take(0));
        assertTrue(bucket.take(0));
        assertFalse(bucket.take(99));
        assertTrue(bucket.take(100));
        assertFalse(bucket.take(199));
        assertTrue(bucket.take(200));
    }

    @Test
    void holdsNoMoreThanItsCapacity() {
        TokenBucket bucket = new TokenBucket(2, 100, 0);
        assertTrue(bucket.take(1_000_000));
        assertTrue(bucket.take(1_000_000));
        assertFalse(bucket.take(1_000_000));
    }

    @Test
    void aSaneCorrelationIdIsKept() {
        assertEquals("req-1.a:b_C", CorrelationId.of("req-1.a:b_C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "<script>", "ä"})
    void anOddCorrelationIdIsReplaced(String header) {
        assertNotEquals(header, CorrelationId.of(header));
        assertEquals(36, CorrelationId.of(header).length());
        assertEquals(36, CorrelationId.of("x".repeat(65)).length());
        assertEquals(36, CorrelationId.of(null).length());
    }
}
