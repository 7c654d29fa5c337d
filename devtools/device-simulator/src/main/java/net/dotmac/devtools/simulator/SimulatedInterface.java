package net.dotmac.devtools.simulator;

import java.time.Duration;
import java.time.Instant;

/** One port of a device: its traffic, and whether its link is up. While it is down its counters stand still. */
final class SimulatedInterface {

    private final int number;
    private final InterfaceTraffic traffic;
    private final long startValue;
    private Instant downSince;
    private Duration downBefore = Duration.ZERO;
    private Instant lastChange;

    SimulatedInterface(int number, InterfaceTraffic traffic, long startValue, Instant boot) {
        this.number = number;
        this.traffic = traffic;
        this.startValue = startValue;
        this.lastChange = boot;
    }

    int number() {
        return number;
    }

    InterfaceTraffic traffic() {
        return traffic;
    }

    synchronized boolean isUp() {
        return downSince == null;
    }

    synchronized Instant lastChange() {
        return lastChange;
    }

    /** @return whether the link changed */
    synchronized boolean takeDown(Instant now) {
        if (downSince != null) {
            return false;
        }
        downSince = now;
        lastChange = now;
        return true;
    }

    synchronized boolean bringUp(Instant now) {
        if (downSince == null) {
            return false;
        }
        downBefore = downBefore.plus(Duration.between(downSince, now));
        downSince = null;
        lastChange = now;
        return true;
    }

    long inOctets(Instant boot, Instant now) {
        return startValue + traffic.inOctets(activeSeconds(boot, now));
    }

    long outOctets(Instant boot, Instant now) {
        return startValue + traffic.outOctets(activeSeconds(boot, now));
    }

    long inPackets(Instant boot, Instant now) {
        return traffic.inPackets(activeSeconds(boot, now));
    }

    long outPackets(Instant boot, Instant now) {
        return traffic.outPackets(activeSeconds(boot, now));
    }

    private synchronized double activeSeconds(Instant boot, Instant now) {
        Instant until = downSince == null ? now : downSince;
        return Math.max(0, Duration.between(boot, until).minus(downBefore).toNanos() / 1e9);
    }
}
