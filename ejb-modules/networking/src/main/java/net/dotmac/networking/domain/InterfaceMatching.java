package net.dotmac.networking.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the interfaces we know in what a device told: by name, since numbers change at will. What it has and we don't know is
 * new; what we know and a complete answer lacks is no longer present.
 */
public final class InterfaceMatching {

    /** Devices with more are not believed. */
    static final int MAX_PER_DEVICE = 4_096;

    private InterfaceMatching() {}

    /**
     * What a poll means for a device's interfaces.
     *
     * @param seen every interface of the answer, known or new, with what was seen of it
     * @param added those of them that are new
     * @param isNews whether anything differs from what was known
     */
    public record Matched(Map<DeviceInterface, PolledInterface> seen, List<DeviceInterface> added, boolean isNews) {}

    /** Applies a poll to the known interfaces of its device. */
    public static Matched apply(Collection<DeviceInterface> known, PolledDevice.Reached poll, Instant now) {
        Map<String, DeviceInterface> byName = new HashMap<>();
        known.forEach(one -> byName.put(one.name(), one));
        Map<DeviceInterface, PolledInterface> seen = new LinkedHashMap<>();
        List<DeviceInterface> added = new ArrayList<>();
        boolean isNews = false;
        for (PolledInterface polled : poll.interfaces()) {
            DeviceInterface one = byName.get(polled.name());
            if (one != null) {
                isNews |= one.see(polled, now);
            } else if (known.size() + added.size() < MAX_PER_DEVICE) {
                one = new DeviceInterface(poll.deviceId(), polled, now);
                added.add(one);
                isNews = true;
            } else {
                continue;
            }
            seen.put(one, polled);
        }
        if (poll.isComplete()) {
            for (DeviceInterface one : known) {
                isNews |= !seen.containsKey(one) && one.miss(now);
            }
        }
        return new Matched(seen, added, isNews);
    }
}
