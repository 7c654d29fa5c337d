package net.dotmac.devtools.simulator;

import java.util.SplittableRandom;

/**
 * The traffic of one interface as a function of time: a mean rate with a daily wave, integrated exactly, so that octets at
 * any second follow from the seed alone and never step back.
 */
final class InterfaceTraffic {

    private static final double DAY_SECONDS = 86_400;
    private static final int MEAN_PACKET_BYTES = 750;
    private static final long[] SPEEDS_MBPS = {100, 1_000, 1_000, 10_000};

    private final long speedMbps;
    private final double inBytesPerSecond;
    private final double outBytesPerSecond;
    private final double swing;
    private final double phase;

    InterfaceTraffic(long deviceSeed, int interfaceNumber) {
        SplittableRandom random = new SplittableRandom(deviceSeed * 1_000_003L + interfaceNumber);
        speedMbps = SPEEDS_MBPS[random.nextInt(SPEEDS_MBPS.length)];
        double capacity = speedMbps * 125_000.0;
        inBytesPerSecond = capacity * random.nextDouble(0.05, 0.45);
        outBytesPerSecond = inBytesPerSecond * random.nextDouble(0.05, 0.30);
        swing = random.nextDouble(0.3, 0.8);
        phase = random.nextDouble(0, 2 * Math.PI);
    }

    long speedMbps() {
        return speedMbps;
    }

    /** Octets received in the first {@code seconds} of being up. */
    long inOctets(double seconds) {
        return integral(inBytesPerSecond, seconds);
    }

    long outOctets(double seconds) {
        return integral(outBytesPerSecond, seconds);
    }

    long inPackets(double seconds) {
        return inOctets(seconds) / MEAN_PACKET_BYTES;
    }

    long outPackets(double seconds) {
        return outOctets(seconds) / MEAN_PACKET_BYTES;
    }

    /** The integral of mean * (1 + swing * sin(2 pi t / day + phase)) from 0 to the given second. */
    private long integral(double mean, double seconds) {
        double angular = 2 * Math.PI / DAY_SECONDS;
        double wave = swing / angular * (Math.cos(phase) - Math.cos(angular * seconds + phase));
        return (long) (mean * (seconds + wave));
    }
}
