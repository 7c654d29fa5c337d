package net.dotmac.networking.domain;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import net.dotmac.networking.domain.CounterRates.Verdict;
import net.dotmac.networking.domain.CounterReading.Counter;

/**
 * Turns two readings of an interface into rates, without inventing traffic.
 *
 * <p>A counter that goes back has wrapped, if the device ran through: the difference modulo 2^32 or 2^64 is right then. If the
 * device started anew, the difference means nothing. Whether it ran through, its own clock tells: sysUpTime must have
 * advanced, modulo 2^32, by as much as ours. That holds across its own wrap after 497 days, and fails after any restart; where
 * the device has an SNMP engine, its boot counter and time must agree too. What remains is bounded by what the line can
 * carry.
 */
public final class CounterRateCalculator {

    /** Clocks of devices run badly, and answers wait in queues. */
    private static final double CLOCK_TOLERANCE = 0.05;

    private static final long CLOCK_TOLERANCE_MILLIS = 15_000;
    private static final long TICKS_MASK = 0xFFFF_FFFFL;

    /** Interfaces may say they are slower than they are, and bursts arrive from buffers. */
    private static final double SPEED_TOLERANCE = 1.5;

    /** Where the speed is unknown: no single interface carries more than 1.6 Tbit/s. */
    private static final long FASTEST_BYTES_PER_SECOND = 200_000_000_000L;

    private static final int SMALLEST_PACKET = 20;

    private final Duration longestGap;

    /** @param longestGap readings farther apart are not compared, such as three polling intervals */
    public CounterRateCalculator(Duration longestGap) {
        this.longestGap = longestGap;
    }

    /**
     * Compares two readings of the same interface.
     *
     * @param previous the reading before, or null
     * @param speedMbps the interface's speed in Mbit/s, or 0 if unknown
     */
    public CounterRates rates(CounterReading previous, CounterReading current, long speedMbps) {
        if (previous == null) {
            return CounterRates.none(Verdict.FIRST);
        }
        long millis = Duration.between(previous.at(), current.at()).toMillis();
        Verdict verdict = compare(previous.device(), current.device(), millis);
        if (verdict != Verdict.COMPARED) {
            return CounterRates.none(verdict);
        }
        Map<Counter, Long> rates = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            Long rate = rate(counter, previous, current, millis, speedMbps);
            if (rate != null) {
                rates.put(counter, rate);
            }
        }
        return new CounterRates(rates, Verdict.COMPARED);
    }

    private Verdict compare(DeviceClocks before, DeviceClocks now, long millis) {
        long ticks = (now.uptimeHundredths() - before.uptimeHundredths()) & TICKS_MASK;
        if (millis <= 0) {
            return Verdict.DUPLICATE;
        }
        if (millis > longestGap.toMillis()) {
            return Verdict.GAP;
        }
        if (ticks == 0 && millis >= 1_000) {
            return Verdict.DUPLICATE;
        }
        return agrees(ticks * 10, millis) && isSameBoot(before, now, millis) ? Verdict.COMPARED : Verdict.RESTARTED;
    }

    private static boolean isSameBoot(DeviceClocks before, DeviceClocks now, long millis) {
        if (before.engineBoots() != null
                && now.engineBoots() != null
                && !before.engineBoots().equals(now.engineBoots())) {
            return false;
        }
        return before.engineSeconds() == null
                || now.engineSeconds() == null
                || agrees((now.engineSeconds() - (long) before.engineSeconds()) * 1_000, millis);
    }

    private static boolean agrees(long theirMillis, long ourMillis) {
        return Math.abs(theirMillis - ourMillis) <= Math.max(CLOCK_TOLERANCE_MILLIS, ourMillis * CLOCK_TOLERANCE);
    }

    private static Long rate(
            Counter counter, CounterReading previous, CounterReading current, long millis, long speedMbps) {
        Long before = previous.value(counter);
        Long now = current.value(counter);
        if (before == null || now == null || previous.bits(counter) != current.bits(counter)) {
            return null;
        }
        double most = mostPerSecond(counter, speedMbps) * millis / 1_000.0;
        boolean isNarrow = current.bits(counter) == 32;
        if (isNarrow && most > TICKS_MASK && !counter.isNarrow()) {
            // It could have wrapped more than once: every answer would be a guess, unless the speed says otherwise.
            return null;
        }
        long growth = isNarrow ? (now - before) & TICKS_MASK : now - before;
        if (growth < 0 || growth > most) {
            return null;
        }
        return growth * 1_000 / millis;
    }

    /** What the line can carry, in units of the counter per second. */
    private static double mostPerSecond(Counter counter, long speedMbps) {
        double bytes = speedMbps > 0 ? speedMbps * 125_000.0 * SPEED_TOLERANCE : FASTEST_BYTES_PER_SECOND;
        return switch (counter) {
            case IN_OCTETS, OUT_OCTETS -> bytes;
            default -> bytes / SMALLEST_PACKET;
        };
    }
}
