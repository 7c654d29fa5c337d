package net.dotmac.networking.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * The counters of one interface at one moment.
 *
 * @param at when the answer arrived, by our clock
 * @param device the device's own clocks at that moment
 * @param bits width of the octet and packet counters, 32 or 64; error and discard counters have 32 always
 * @param values raw counter values, to be read as unsigned; a counter the device lacks is absent
 */
public record CounterReading(Instant at, DeviceClocks device, int bits, Map<Counter, Long> values) {

    public CounterReading {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(device, "device");
        if (bits != 32 && bits != 64) {
            throw new IllegalArgumentException("counters have 32 or 64 bits, found " + bits);
        }
        values = Map.copyOf(values);
    }

    /** The width of one counter. */
    int bits(Counter counter) {
        return counter.isNarrow() ? 32 : bits;
    }

    public Long value(Counter counter) {
        return values.get(counter);
    }

    /** What an interface counts, by IF-MIB (RFC 2863). */
    public enum Counter {
        IN_OCTETS(false),
        OUT_OCTETS(false),
        IN_PACKETS(false),
        OUT_PACKETS(false),
        IN_ERRORS(true),
        OUT_ERRORS(true),
        IN_DISCARDS(true),
        OUT_DISCARDS(true);

        private final boolean narrow;

        Counter(boolean narrow) {
            this.narrow = narrow;
        }

        /** Whether IF-MIB has it in 32 bits only. */
        boolean isNarrow() {
            return narrow;
        }
    }
}
