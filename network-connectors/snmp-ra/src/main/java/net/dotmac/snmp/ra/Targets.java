package net.dotmac.snmp.ra;

import java.util.LinkedHashMap;
import java.util.Map;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.SnmpVersion;
import org.snmp4j.AbstractTarget;
import org.snmp4j.CommunityTarget;
import org.snmp4j.DirectUserTarget;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.UdpAddress;

/**
 * Makes the library's targets. A V3 target starts with passphrases; the first exchange discovers the engine's id and turns
 * them into keys, which takes milliseconds. Once the device has proved to know them, the target is kept with its keys and
 * never changes again, so any number of requests may share it.
 */
final class Targets {

    private static final int MAX_KEPT = 20_000;

    private final Map<SnmpTarget, DirectUserTarget<UdpAddress>> proven = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SnmpTarget, DirectUserTarget<UdpAddress>> eldest) {
            return size() > MAX_KEPT;
        }
    };

    AbstractTarget<UdpAddress> toLibrary(SnmpTarget target) {
        AbstractTarget<UdpAddress> made = target.credentials() instanceof SnmpCredentials.User user
                ? userTarget(target, user)
                : communityTarget(target, (SnmpCredentials.Community) target.credentials());
        made.setTimeout(target.timeoutMillis());
        made.setRetries(target.retries());
        return made;
    }

    /** The device has answered with these keys: keep them. */
    synchronized void proved(SnmpTarget target, AbstractTarget<UdpAddress> used) {
        if (used instanceof DirectUserTarget<UdpAddress> user && user.getAuthoritativeEngineID().length > 0) {
            proven.putIfAbsent(target, user);
        }
    }

    /** The device did not answer, or refused: it may have been replaced, so its engine is to be discovered again. */
    synchronized void forget(SnmpTarget target) {
        if (target.version() == SnmpVersion.V3) {
            proven.remove(target);
        }
    }

    private AbstractTarget<UdpAddress> communityTarget(SnmpTarget target, SnmpCredentials.Community community) {
        CommunityTarget<UdpAddress> made = new CommunityTarget<>(address(target), Protocols.octets(community.name()));
        made.setVersion(target.version() == SnmpVersion.V1 ? SnmpConstants.version1 : SnmpConstants.version2c);
        return made;
    }

    private AbstractTarget<UdpAddress> userTarget(SnmpTarget target, SnmpCredentials.User user) {
        synchronized (this) {
            DirectUserTarget<UdpAddress> kept = proven.get(target);
            if (kept != null) {
                return kept;
            }
        }
        DirectUserTarget<UdpAddress> made = new DirectUserTarget<>(
                address(target),
                Protocols.octets(user.name()),
                Protocols.of(user.auth()),
                Protocols.secret(user.authPassphrase()),
                Protocols.of(user.priv()),
                Protocols.secret(user.privPassphrase()));
        made.setVersion(SnmpConstants.version3);
        made.setSecurityLevel(Protocols.level(user));
        return made;
    }

    static UdpAddress address(SnmpTarget target) {
        return new UdpAddress(target.address(), target.port());
    }

    static PDU pdu(SnmpTarget target, int type) {
        PDU pdu;
        if (target.credentials() instanceof SnmpCredentials.User user) {
            ScopedPDU scoped = new ScopedPDU();
            scoped.setContextName(Protocols.octets(user.contextName()));
            pdu = scoped;
        } else {
            pdu = target.version() == SnmpVersion.V1 ? new PDUv1() : new PDU();
        }
        pdu.setType(type);
        return pdu;
    }
}
