package net.dotmac.networking.domain;

import java.util.Map;
import net.dotmac.networking.domain.CounterReading.Counter;

/**
 * One row of a device's interface tables, cleaned.
 *
 * @param ifIndex its number on the device at the moment
 * @param name ifName, else ifDescr, else "if" and the number; 1 to 255 characters, unique within the device
 * @param alias ifAlias, at most 255 characters; null if it was not asked for this time
 * @param speedMbps Mbit/s; null if unknown or not asked for this time
 * @param adminStatus up, down, testing or unknown
 * @param operStatus as in IF-MIB
 * @param bits width of octet and packet counters, 32 or 64
 * @param counters raw values; what the device lacks is absent
 */
public record PolledInterface(
        long ifIndex,
        String name,
        String alias,
        Long speedMbps,
        String adminStatus,
        String operStatus,
        int bits,
        Map<Counter, Long> counters) {

    public PolledInterface {
        counters = Map.copyOf(counters);
    }
}
