package net.dotmac.devtools.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.dotmac.snmp.SnmpCredentials;

/**
 * What one simulated device is.
 *
 * @param name its sysName, unique in a simulator
 * @param address the loopback address it answers on, 127.x.y.z
 * @param port UDP port; 0 takes a free one
 * @param community answers V1 and V2C requests that carry it; null to answer neither
 * @param users answers V3 requests of these users
 * @param interfaces how many, 1 to 1,000
 * @param seed decides speed and traffic
 * @param uptime how long it has been up when the simulator starts
 * @param countersStartAt value of every octet counter at boot; a small negative number wraps soon (64 bits, unsigned)
 */
public record DeviceProfile(
        String name,
        String address,
        int port,
        String community,
        List<SnmpCredentials.User> users,
        int interfaces,
        long seed,
        Duration uptime,
        long countersStartAt) {

    public DeviceProfile {
        Objects.requireNonNull(name, "name");
        if (!address.startsWith("127.")) {
            throw new IllegalArgumentException("a simulated device lives on loopback, found " + address);
        }
        if (interfaces < 1 || interfaces > 1_000) {
            throw new IllegalArgumentException("a device has 1 to 1000 interfaces, found " + interfaces);
        }
        users = List.copyOf(users);
    }

    /** A V2C device that booted an hour ago. */
    public static DeviceProfile v2c(String name, String address, int port, int interfaces) {
        return new DeviceProfile(
                name, address, port, "public", List.of(), interfaces, name.hashCode(), Duration.ofHours(1), 0);
    }

    /** A V3 device, without any community, that booted an hour ago. */
    public static DeviceProfile v3(
            String name, String address, int port, int interfaces, SnmpCredentials.User... users) {
        return new DeviceProfile(
                name, address, port, null, List.of(users), interfaces, name.hashCode(), Duration.ofHours(1), 0);
    }

    public DeviceProfile withUptime(Duration newUptime) {
        return new DeviceProfile(name, address, port, community, users, interfaces, seed, newUptime, countersStartAt);
    }

    public DeviceProfile withCountersStartingAt(long value) {
        return new DeviceProfile(name, address, port, community, users, interfaces, seed, uptime, value);
    }
}
