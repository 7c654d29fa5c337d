package net.dotmac.networking;

import java.time.Instant;
import java.util.UUID;

/**
 * An interface of a device, by IF-MIB (RFC 2863). Name and alias are the device's words: encode them where they are shown.
 *
 * @param speedMbps Mbit/s, or null if the device doesn't say
 * @param monitored whether its link being down raises an alarm
 * @param present whether the device still has it
 * @param adminStatus what it should be: up, down, testing, unknown
 * @param operStatus what it is: up, down, testing, unknown, dormant, notPresent, lowerLayerDown
 * @param changedAt when one of the two last changed
 */
public record InterfaceDetails(
        UUID id,
        UUID deviceId,
        long ifIndex,
        String name,
        String alias,
        Long speedMbps,
        boolean monitored,
        boolean present,
        String adminStatus,
        String operStatus,
        Instant changedAt) {}
