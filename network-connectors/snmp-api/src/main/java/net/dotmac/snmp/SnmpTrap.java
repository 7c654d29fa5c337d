package net.dotmac.snmp;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A notification of a device, in the form of V2: a V1 trap is translated by RFC 3584 §3.1.
 *
 * <p>Whose device it is, the application decides by the listener's port or the source address. The community is no proof of
 * either and is not handed on.
 *
 * @param receivedAt by the connector's clock
 * @param sourceAddress numeric address that the datagram came from
 * @param listenerPort UDP port that received it
 * @param version in which it was sent
 * @param user the V3 user, else empty
 * @param authenticated whether a V3 passphrase vouches for the sender
 * @param inform whether the sender wanted an answer; it has been given
 * @param uptimeHundredths sysUpTime of the sender in hundredths of a second
 * @param trapOid which notification, e.g. {@code 1.3.6.1.6.3.1.1.5.3} for linkDown
 * @param bindings the rest, without sysUpTime.0 and snmpTrapOID.0
 */
public record SnmpTrap(
        Instant receivedAt,
        String sourceAddress,
        int listenerPort,
        SnmpVersion version,
        String user,
        boolean authenticated,
        boolean inform,
        long uptimeHundredths,
        Oid trapOid,
        List<SnmpBinding> bindings)
        implements Serializable {

    public SnmpTrap {
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(sourceAddress, "sourceAddress");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(trapOid, "trapOid");
        bindings = List.copyOf(bindings);
    }

    /** The first binding at or below an OID: linkDown carries {@code ifIndex.7}, not {@code ifIndex}. */
    public Optional<SnmpBinding> find(Oid root) {
        return bindings.stream()
                .filter(binding -> binding.oid().startsWith(root))
                .findFirst();
    }
}
