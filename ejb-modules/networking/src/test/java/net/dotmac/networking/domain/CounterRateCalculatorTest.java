package net.dotmac.networking.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.dotmac.networking.domain.CounterRates.Verdict;
import net.dotmac.networking.domain.CounterReading.Counter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CounterRateCalculatorTest {

    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
    private static final long HOUR = 360_000;
    private static final long GIGABIT = 1_000;

    private final CounterRateCalculator calculator = new CounterRateCalculator(Duration.ofMinutes(5));

    @Test
    void comparesTwoReadings() {
        CounterRates rates =
                calculator.rates(wide(0, HOUR, 1_000_000), wide(60, HOUR + 6_000, 1_000_000 + 60 * 125_000), GIGABIT);
        assertEquals(Verdict.COMPARED, rates.verdict());
        assertEquals(125_000, rates.perSecond(Counter.IN_OCTETS));
        assertEquals(1_000_000, rates.bitsPerSecond(Counter.IN_OCTETS));
        assertNull(rates.perSecond(Counter.OUT_OCTETS), "what was not read is not zero");
    }

    @Test
    void theFirstReadingHasNoRate() {
        assertEquals(
                Verdict.FIRST, calculator.rates(null, wide(0, HOUR, 5), GIGABIT).verdict());
    }

    @Test
    void aWrapOf32BitsIsNoSpike() {
        CounterRates rates = calculator.rates(narrow(0, HOUR, 0xFFFF_FF00L), narrow(30, HOUR + 3_000, 0x200), 100);
        assertEquals(0x300 / 30, rates.perSecond(Counter.IN_OCTETS));
    }

    @Test
    void aWrapOf64BitsIsNoSpike() {
        CounterRates rates = calculator.rates(wide(0, HOUR, -300), wide(30, HOUR + 3_000, 300), GIGABIT);
        assertEquals(20, rates.perSecond(Counter.IN_OCTETS));
    }

    @Test
    void aRebootHasNoRate() {
        CounterRates rates = calculator.rates(wide(0, HOUR, 9_000_000), wide(60, 2_000, 1_000), GIGABIT);
        assertEquals(Verdict.RESTARTED, rates.verdict());
        assertNull(rates.perSecond(Counter.IN_OCTETS));
    }

    @Test
    void aRebootIsSeenEvenIfUptimeGrewMeanwhile() {
        // Up for 10 s at the first poll, rebooted at once, up for 200 s at the next: sysUpTime never went back.
        CounterReading before = reading(0, new DeviceClocks(1_000, null, null), 64, 10_000);
        CounterReading after = reading(240, new DeviceClocks(20_000, null, null), 64, 70_000);
        assertEquals(Verdict.RESTARTED, calculator.rates(before, after, GIGABIT).verdict());
    }

    @Test
    void theEngineCountsABootThatUptimeHides() {
        CounterReading before = reading(0, new DeviceClocks(1_000, 4, 10), 64, 10_000);
        CounterReading after = reading(30, new DeviceClocks(3_000, 5, 20), 64, 70_000);
        assertEquals(Verdict.RESTARTED, calculator.rates(before, after, GIGABIT).verdict());
        CounterReading lazy = reading(60, new DeviceClocks(7_000, 4, 10), 64, 70_000);
        CounterReading sameBoot = reading(0, new DeviceClocks(1_000, 4, 900), 64, 10_000);
        assertEquals(
                Verdict.RESTARTED, calculator.rates(sameBoot, lazy, GIGABIT).verdict());
    }

    @Test
    void theWrapOfUptimeAfter497DaysIsNoReboot() {
        CounterReading before = wide(0, 0xFFFF_FFFFL - 1_000, 1_000_000);
        CounterReading after = wide(60, 4_999, 1_600_000);
        CounterRates rates = calculator.rates(before, after, GIGABIT);
        assertEquals(Verdict.COMPARED, rates.verdict());
        assertEquals(10_000, rates.perSecond(Counter.IN_OCTETS));
    }

    @Test
    void aStaleOrRepeatedAnswerIsNoZero() {
        assertEquals(
                Verdict.DUPLICATE,
                calculator
                        .rates(wide(0, HOUR, 700), wide(0, HOUR, 700), GIGABIT)
                        .verdict());
        assertEquals(
                Verdict.DUPLICATE,
                calculator
                        .rates(wide(0, HOUR, 700), wide(10, HOUR, 700), GIGABIT)
                        .verdict());
    }

    @Test
    void aGapIsAGap() {
        CounterRates rates = calculator.rates(wide(0, HOUR, 700), wide(301, HOUR + 30_100, 900), GIGABIT);
        assertEquals(Verdict.GAP, rates.verdict());
    }

    @Test
    void silenceOnTheLineIsZero() {
        assertEquals(
                0L,
                calculator
                        .rates(wide(0, HOUR, 700), wide(60, HOUR + 6_000, 700), GIGABIT)
                        .perSecond(Counter.IN_OCTETS));
    }

    @Test
    void moreThanTheLineCarriesIsNotBelieved() {
        CounterRates cleared = calculator.rates(wide(0, HOUR, 9_000_000), wide(60, HOUR + 6_000, 10), GIGABIT);
        assertEquals(Verdict.COMPARED, cleared.verdict());
        assertNull(cleared.perSecond(Counter.IN_OCTETS), "somebody cleared the counters");
    }

    @Test
    void narrowCountersOfFastLinesAreAmbiguous() {
        CounterRates rates = calculator.rates(narrow(0, HOUR, 100), narrow(60, HOUR + 6_000, 900), 10_000);
        assertNull(rates.perSecond(Counter.IN_OCTETS), "10 Gbit/s wraps 32 bits several times a minute");
    }

    @Test
    void anotherWidthIsAnotherCounter() {
        assertNull(calculator
                .rates(narrow(0, HOUR, 100), wide(60, HOUR + 6_000, 900), 100)
                .perSecond(Counter.IN_OCTETS));
    }

    @Property
    @Tag("property")
    void neverMoreAndNeverLessThanTrueTraffic(
            @ForAll long startValue,
            @ForAll @LongRange(max = 125_000_000) long bytesPerSecond,
            @ForAll @IntRange(min = 1, max = 300) int seconds,
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long uptime) {
        CounterReading before = wide(0, uptime, startValue);
        CounterReading after =
                wide(seconds, (uptime + seconds * 100L) & 0xFFFF_FFFFL, startValue + bytesPerSecond * seconds);
        assertEquals(bytesPerSecond, calculator.rates(before, after, GIGABIT).perSecond(Counter.IN_OCTETS));
    }

    @Property
    @Tag("property")
    void narrowCountersAreRightOrAbsent(
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long startValue,
            @ForAll @LongRange(max = 12_500_000) long bytesPerSecond,
            @ForAll @IntRange(min = 1, max = 300) int seconds) {
        CounterReading before = narrow(0, HOUR, startValue);
        CounterReading after =
                narrow(seconds, HOUR + seconds * 100L, (startValue + bytesPerSecond * seconds) & 0xFFFF_FFFFL);
        Long rate = calculator.rates(before, after, 100).perSecond(Counter.IN_OCTETS);
        assertTrue(rate == null || rate == bytesPerSecond, rate + " instead of " + bytesPerSecond);
    }

    @Property
    @Tag("property")
    void whateverADeviceSaysNoRateExceedsTheLine(
            @ForAll long first,
            @ForAll long second,
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long uptimeBefore,
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long uptimeAfter,
            @ForAll @IntRange(min = -10, max = 400) int seconds) {
        Long rate = calculator
                .rates(wide(0, uptimeBefore, first), wide(seconds, uptimeAfter, second), GIGABIT)
                .perSecond(Counter.IN_OCTETS);
        assertTrue(rate == null || (rate >= 0 && rate <= 187_500_000), "found " + rate);
    }

    private static CounterReading wide(long second, long uptime, long octets) {
        return reading(second, new DeviceClocks(uptime, null, null), 64, octets);
    }

    private static CounterReading narrow(long second, long uptime, long octets) {
        return reading(second, new DeviceClocks(uptime, null, null), 32, octets);
    }

    private static CounterReading reading(long second, DeviceClocks clocks, int bits, long octets) {
        return new CounterReading(START.plusSeconds(second), clocks, bits, Map.of(Counter.IN_OCTETS, octets));
    }
}
