package net.dotmac.networking.domain;

import java.util.EnumMap;
import java.util.Map;
import net.dotmac.networking.domain.CounterReading.Counter;

/**
 * How fast counters grew between two readings.
 *
 * @param perSecond growth per second, rounded down; a counter whose growth can't be known is absent
 * @param verdict whether the readings could be compared, or why not
 */
public record CounterRates(Map<Counter, Long> perSecond, Verdict verdict) {

    public CounterRates {
        perSecond = Map.copyOf(perSecond);
    }

    static CounterRates none(Verdict verdict) {
        return new CounterRates(new EnumMap<>(Counter.class), verdict);
    }

    /** Growth per second, or null. */
    public Long perSecond(Counter counter) {
        return perSecond.get(counter);
    }

    /** Octets as bits per second, or null. */
    public Long bitsPerSecond(Counter octets) {
        Long rate = perSecond.get(octets);
        return rate == null ? null : rate * 8;
    }

    public enum Verdict {
        COMPARED,
        /** There is no earlier reading. */
        FIRST,
        /** Both readings are of the same moment, or the device answered from a stale cache. */
        DUPLICATE,
        /** Too long ago: what happened between is unknown. */
        GAP,
        /** The device started anew between the readings. */
        RESTARTED
    }
}
