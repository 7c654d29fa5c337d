package net.dotmac.networking.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.dotmac.networking.DeviceStatus;

/**
 * Which alarms a device should have open. It compares what is wrong with what is open, so it mends what an earlier loss left
 * behind: an alarm without a fault is cleared, a fault without an alarm is raised.
 */
public final class AlarmPolicy {

    private AlarmPolicy() {}

    /**
     * What to change.
     *
     * @param raise faults without an open alarm
     * @param clear keys of open alarms without a fault
     */
    public record Changes(List<Fault> raise, List<String> clear) {}

    /**
     * Judges a device after a poll. While it is down nothing is known of its links, so their alarms stay as they are.
     *
     * @param openKeys keys of the device's open alarms
     * @param failure why it is down; null unless it is
     */
    public static Changes judge(
            Device device, Collection<DeviceInterface> links, Set<String> openKeys, String failure) {
        List<Fault> raise = new ArrayList<>();
        List<String> clear = new ArrayList<>();
        boolean isDown = device.status() == DeviceStatus.DOWN;
        settle(
                isDown ? Fault.unreachable(device, failure) : null,
                Fault.key(AlarmKind.DEVICE_UNREACHABLE, device.id()),
                openKeys,
                raise,
                clear);
        if (!isDown) {
            for (DeviceInterface link : links) {
                settle(
                        link.isFaulty() ? Fault.linkDown(device, link) : null,
                        Fault.key(AlarmKind.LINK_DOWN, link.id()),
                        openKeys,
                        raise,
                        clear);
            }
        }
        return new Changes(raise, clear);
    }

    private static void settle(Fault fault, String key, Set<String> openKeys, List<Fault> raise, List<String> clear) {
        boolean isOpen = openKeys.contains(key);
        if (fault != null && !isOpen) {
            raise.add(fault);
        } else if (fault == null && isOpen) {
            clear.add(key);
        }
    }
}
