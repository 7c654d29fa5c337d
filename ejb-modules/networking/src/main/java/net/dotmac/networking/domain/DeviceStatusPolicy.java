package net.dotmac.networking.domain;

import net.dotmac.networking.DeviceStatus;

/**
 * When a device counts as down: after several silent polls in a row, since single datagrams get lost. One answer brings it
 * back.
 *
 * @param failuresUntilDown 1 or more
 */
public record DeviceStatusPolicy(int failuresUntilDown) {

    public DeviceStatusPolicy {
        if (failuresUntilDown < 1) {
            throw new IllegalArgumentException(
                    "a device goes down after 1 failure or more, found " + failuresUntilDown);
        }
    }

    /**
     * The status after a poll.
     *
     * @param failures polls in a row that failed, this one included; 0 if it succeeded
     */
    public DeviceStatus after(DeviceStatus before, int failures) {
        if (failures == 0) {
            return DeviceStatus.UP;
        }
        return failures >= failuresUntilDown ? DeviceStatus.DOWN : before;
    }

    /** Whether a silent device should be asked again at once, to know soon. */
    public boolean isDoubtful(DeviceStatus status, int failures) {
        return failures > 0 && status != DeviceStatus.DOWN;
    }
}
