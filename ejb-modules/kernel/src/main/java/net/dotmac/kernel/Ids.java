package net.dotmac.kernel;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562 §5.7): time-ordered, so that rows inserted together lie together in an index.
 *
 * <p>The first 48 bits are Unix milliseconds and the next 12 a counter within the millisecond, so ids of one JVM never step
 * back; the other 62 bits are random.
 */
public final class Ids {

    private static final SecureRandom SOURCE = new SecureRandom();
    private static final int DRAWN_AT_ONCE = 512;
    private static final LongBuffer RANDOM = LongBuffer.allocate(DRAWN_AT_ONCE).position(DRAWN_AT_ONCE);
    private static final AtomicLong LAST = new AtomicLong();
    private static final int COUNTER_BITS = 12;

    private Ids() {}

    /** A new id, greater than every id this JVM made before. */
    public static UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long millis = stamp >>> COUNTER_BITS;
        long counter = stamp & ((1L << COUNTER_BITS) - 1);
        long high = (millis << 16) | 0x7000L | counter;
        long low = (random() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** A run makes ids by the hundred thousand, and asking for eight bytes costs as much as for many. */
    private static long random() {
        synchronized (RANDOM) {
            if (!RANDOM.hasRemaining()) {
                byte[] drawn = new byte[DRAWN_AT_ONCE * Long.BYTES];
                SOURCE.nextBytes(drawn);
                RANDOM.clear();
                RANDOM.put(ByteBuffer.wrap(drawn).asLongBuffer()).flip();
            }
            return RANDOM.get();
        }
    }
}
