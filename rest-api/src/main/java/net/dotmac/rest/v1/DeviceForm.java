package net.dotmac.rest.v1;

import java.util.Locale;
import net.dotmac.kernel.DomainException;
import net.dotmac.networking.DeviceClass;
import net.dotmac.networking.DeviceData;
import net.dotmac.rest.write.PathId;
import net.dotmac.snmp.AuthProtocol;
import net.dotmac.snmp.PrivProtocol;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpVersion;

/**
 * A device to watch.
 *
 * @param deviceClass router, switch, accessPoint, olt, radio, ups or other; null for other
 * @param snmpPort null for 161
 * @param snmpVersion 1, 2c or 3; null for 2c
 * @param community for versions 1 and 2c
 * @param user for version 3
 * @param monitored null for true
 * @param pollSeconds null for 30
 */
record DeviceForm(
        String name,
        String siteId,
        String deviceClass,
        String address,
        Integer snmpPort,
        String snmpVersion,
        String community,
        UserForm user,
        Boolean monitored,
        Integer pollSeconds) {

    /**
     * A user of SNMPv3.
     *
     * @param auth NONE, MD5, SHA1, SHA224, SHA256, SHA384 or SHA512
     * @param priv NONE, DES, AES128, AES192, AES256 and their variants
     */
    record UserForm(String name, String auth, String authPassphrase, String priv, String privPassphrase) {

        @Override
        public String toString() {
            return "UserForm[" + name + "]";
        }
    }

    DeviceData data() {
        return data(credentials(version()));
    }

    /** As {@link #data()}, but without a community and a user those that the device has stay. */
    DeviceData change() {
        return data(community == null && user == null ? null : credentials(version()));
    }

    private DeviceData data(SnmpCredentials credentials) {
        return new DeviceData(
                name,
                siteId == null ? null : PathId.inBody("siteId", siteId),
                deviceClass == null ? DeviceClass.OTHER : DeviceClass.of(deviceClass),
                address,
                snmpPort == null ? 161 : snmpPort,
                version(),
                credentials,
                monitored == null || monitored,
                pollSeconds == null ? DeviceData.DEFAULT_POLL_SECONDS : pollSeconds);
    }

    private SnmpVersion version() {
        return switch (snmpVersion == null ? "2c" : snmpVersion) {
            case "1" -> SnmpVersion.V1;
            case "2c" -> SnmpVersion.V2C;
            case "3" -> SnmpVersion.V3;
            default -> throw DomainException.invalid("snmpVersion", "Expected 1, 2c or 3.");
        };
    }

    static String wire(SnmpVersion version) {
        return switch (version) {
            case V1 -> "1";
            case V2C -> "2c";
            case V3 -> "3";
        };
    }

    private SnmpCredentials credentials(SnmpVersion version) {
        try {
            if (version != SnmpVersion.V3) {
                return new SnmpCredentials.Community(community);
            }
            if (user == null) {
                throw DomainException.invalid("user", "SNMPv3 needs a user.");
            }
            return new SnmpCredentials.User(
                    user.name(),
                    user.auth() == null ? AuthProtocol.NONE : AuthProtocol.valueOf(upper(user.auth())),
                    user.authPassphrase(),
                    user.priv() == null ? PrivProtocol.NONE : PrivProtocol.valueOf(upper(user.priv())),
                    user.privPassphrase());
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid(
                    version == SnmpVersion.V3 ? "user" : "community",
                    "The credentials can't be used: " + e.getMessage());
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "DeviceForm[" + name + ", " + address + "]";
    }
}
