package net.dotmac.networking.domain;

import java.util.UUID;
import net.dotmac.networking.DeviceStatus;
import net.dotmac.snmp.SnmpTarget;

/**
 * A device to be asked.
 *
 * @param target where and how
 * @param knownInterfaces how many it had last time, so that one request can fetch them all; 0 if unknown
 * @param isFull whether to ask for names and speeds again
 * @param status what was known of it
 */
public record PollTask(UUID deviceId, SnmpTarget target, int knownInterfaces, boolean isFull, DeviceStatus status) {}
