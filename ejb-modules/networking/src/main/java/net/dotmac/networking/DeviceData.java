package net.dotmac.networking;

import java.util.UUID;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpVersion;

/**
 * What a person says of a device.
 *
 * @param name 1 to 200 characters, unique
 * @param siteId where it stands, or null
 * @param deviceClass what it is for
 * @param address numeric IP address, unique together with the port
 * @param snmpPort UDP port, 1 to 65535
 * @param snmpVersion how it is asked
 * @param credentials community or user, as the version needs; null when changing keeps what is there
 * @param monitored whether it is polled
 * @param pollSeconds how often, every 5 to 86,400 s
 */
public record DeviceData(
        String name,
        UUID siteId,
        DeviceClass deviceClass,
        String address,
        int snmpPort,
        SnmpVersion snmpVersion,
        SnmpCredentials credentials,
        boolean monitored,
        int pollSeconds) {

    public static final int DEFAULT_POLL_SECONDS = 30;
}
