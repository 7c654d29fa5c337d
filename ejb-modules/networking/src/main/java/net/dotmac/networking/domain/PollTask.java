package net.dotmac.networking.domain;

import java.util.UUID;
import net.dotmac.networking.DeviceStatus;
import net.dotmac.snmp.SnmpTarget;

/**
 * A device to be asked, as it was when it was claimed.
 *
 * @param target where and how
 * @param pollSeconds how often it is polled
 * @param knownInterfaces how many it had last time, so that one request can fetch them all; 0 if unknown
 * @param isFull whether to ask for names and speeds again
 * @param status what is known of it
 * @param failures polls in a row that failed
 * @param revision of its interfaces and alarms
 */
public record PollTask(
        UUID deviceId,
        SnmpTarget target,
        int pollSeconds,
        int knownInterfaces,
        boolean isFull,
        DeviceStatus status,
        int failures,
        int revision) {}
