package net.dotmac.networking;

import java.time.Instant;
import java.util.UUID;
import net.dotmac.snmp.SnmpVersion;

/**
 * A device as others see it; never with its credentials. Texts that start with sys are the device's own words: encode them
 * where they are shown.
 *
 * @param statusSince since when the status holds
 * @param lastPolledAt when it was last asked, or null
 * @param lastFailure why it did not answer then, or null if it did
 * @param uptimeSeconds since the device, or its wrapped clock, started; null if unknown
 */
public record DeviceDetails(
        UUID id,
        String name,
        UUID siteId,
        String siteName,
        DeviceClass deviceClass,
        String address,
        int snmpPort,
        SnmpVersion snmpVersion,
        boolean monitored,
        int pollSeconds,
        DeviceStatus status,
        Instant statusSince,
        String sysName,
        String sysDescr,
        String sysObjectId,
        Instant lastPolledAt,
        String lastFailure,
        Long uptimeSeconds,
        int interfaceCount,
        int version) {}
