package net.dotmac.networking.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import net.dotmac.networking.InterfaceDetails;

/**
 * What this node remembers between two polls of a device: how its interfaces looked, so that nothing is read from the database
 * when nothing has changed, and their last counters. All of it may be lost: then a poll reads the database, and one sample
 * has no rates.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class PollMemory {

    private static final int MAX_DEVICES = 100_000;

    private final Map<UUID, Remembered> devices = new ConcurrentHashMap<>();

    /** An interface as it was stored. */
    public record Face(UUID id, long ifIndex, String alias, Long speedMbps, String adminStatus, String operStatus) {

        boolean looksLike(PolledInterface seen) {
            return ifIndex == seen.ifIndex()
                    && adminStatus.equals(seen.adminStatus())
                    && operStatus.equals(seen.operStatus())
                    && (seen.alias() == null || seen.alias().equals(alias))
                    && (seen.speedMbps() == null || Objects.equals(seen.speedMbps(), speedMbps));
        }
    }

    private record Remembered(int revision, Map<String, Face> faces, Map<UUID, CounterReading> readings) {}

    /** Whether the device still looks as it was stored, so that there is nothing to store but its samples. */
    public boolean isUnchanged(PollTask task, PolledDevice.Reached poll) {
        Remembered known = devices.get(task.deviceId());
        if (known == null
                || known.revision != task.revision()
                || known.faces.size() != poll.interfaces().size()) {
            return false;
        }
        for (PolledInterface seen : poll.interfaces()) {
            Face face = known.faces.get(seen.name());
            if (face == null || !face.looksLike(seen)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this revision of the device is remembered. */
    public boolean knows(UUID deviceId, int revision) {
        Remembered known = devices.get(deviceId);
        return known != null && known.revision == revision;
    }

    /** Keeps how a device was stored; its last counters stay. */
    public void remember(UUID deviceId, int revision, List<DeviceInterface> present) {
        if (devices.size() >= MAX_DEVICES) {
            devices.clear();
        }
        Map<String, Face> faces = new HashMap<>();
        for (DeviceInterface one : present) {
            InterfaceDetails details = one.details();
            faces.put(
                    one.name(),
                    new Face(
                            one.id(),
                            one.ifIndex(),
                            details.alias(),
                            details.speedMbps(),
                            details.adminStatus(),
                            details.operStatus()));
        }
        Remembered before = devices.get(deviceId);
        devices.put(
                deviceId,
                new Remembered(
                        revision, Map.copyOf(faces), before == null ? new ConcurrentHashMap<>() : before.readings));
    }

    public void forget(UUID deviceId) {
        devices.remove(deviceId);
    }

    /** The interface that a remembered device has under this name, or null. */
    public Face face(UUID deviceId, String name) {
        Remembered known = devices.get(deviceId);
        return known == null ? null : known.faces.get(name);
    }

    /** Puts the latest counters of an interface in place of the last, which it returns; null if there are none. */
    public CounterReading exchange(UUID deviceId, UUID interfaceId, CounterReading latest) {
        Remembered known = devices.get(deviceId);
        return known == null ? null : known.readings.put(interfaceId, latest);
    }
}
