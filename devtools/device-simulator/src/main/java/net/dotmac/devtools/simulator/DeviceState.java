package net.dotmac.devtools.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a device knows of itself: since when it is up, how often it booted, its interfaces, whether it answers at all. */
final class DeviceState {

    private static final long TICKS_MASK = 0xFFFF_FFFFL;

    private final DeviceProfile profile;
    private final Clock clock;
    private volatile Instant boot;
    private volatile int boots = 1;
    private volatile boolean silent;
    private volatile int firstIfIndex = 1;
    private volatile List<SimulatedInterface> interfaces;

    DeviceState(DeviceProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
        this.boot = clock.instant().minus(profile.uptime());
        this.interfaces = freshInterfaces();
    }

    private List<SimulatedInterface> freshInterfaces() {
        List<SimulatedInterface> fresh = new ArrayList<>();
        for (int number = 1; number <= profile.interfaces(); number++) {
            InterfaceTraffic traffic = new InterfaceTraffic(profile.seed(), number);
            fresh.add(new SimulatedInterface(number, traffic, profile.countersStartAt(), boot));
        }
        return List.copyOf(fresh);
    }

    DeviceProfile profile() {
        return profile;
    }

    Instant now() {
        return clock.instant();
    }

    Instant boot() {
        return boot;
    }

    int boots() {
        return boots;
    }

    /** Seconds since the last boot. */
    int engineTime() {
        return (int) Duration.between(boot, now()).toSeconds();
    }

    /** sysUpTime in hundredths of a second; it wraps after 497 days, as it does on real devices. */
    long uptimeTicks() {
        return ticksAt(now());
    }

    long ticksAt(Instant time) {
        return Math.max(0, Duration.between(boot, time).toMillis() / 10) & TICKS_MASK;
    }

    boolean isSilent() {
        return silent;
    }

    void silent(boolean isSilent) {
        silent = isSilent;
    }

    List<SimulatedInterface> interfaces() {
        return interfaces;
    }

    SimulatedInterface byPosition(int position) {
        return interfaces.get(position);
    }

    Optional<SimulatedInterface> byIfIndex(int ifIndex) {
        int position = ifIndex - firstIfIndex;
        return position >= 0 && position < interfaces.size() ? Optional.of(interfaces.get(position)) : Optional.empty();
    }

    int firstIfIndex() {
        return firstIfIndex;
    }

    int ifIndex(SimulatedInterface one) {
        return firstIfIndex + one.number() - 1;
    }

    /** Counters and uptime start anew; with {@code renumber} the interfaces get other indexes, as some devices do it. */
    synchronized void reboot(boolean renumber) {
        boot = now();
        boots++;
        if (renumber) {
            firstIfIndex += 100;
        }
        interfaces = freshInterfaces();
    }
}
