package net.dotmac.snmp.ra;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dotmac.snmp.SnmpCredentials;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.security.UsmUserEntry;
import org.snmp4j.smi.OctetString;

/**
 * The V3 users of one listener. Each sender's engine needs keys of its own, which take milliseconds to derive, and they are
 * derived before anything proves that the sender is real. So new engines are taken at a bounded rate, and the oldest are
 * forgotten when there are too many.
 */
final class TrapUsers extends USM {

    private static final int MAX_ENGINES = 10_000;
    private static final int NEW_ENGINES_PER_SECOND = 50;

    private final Map<OctetString, Integer> requiredLevels = new HashMap<>();
    private final Set<OctetString> engines = new LinkedHashSet<>();
    private long second;
    private int newInSecond;

    TrapUsers(OctetString engineId, List<SnmpCredentials.User> users) {
        super(Protocols.ALL, engineId, 1);
        for (SnmpCredentials.User user : users) {
            OctetString name = Protocols.octets(user.name());
            requiredLevels.put(name, Protocols.level(user));
            addUser(new UsmUser(
                    name,
                    Protocols.id(user.auth()),
                    Protocols.secret(user.authPassphrase()),
                    Protocols.id(user.priv()),
                    Protocols.secret(user.privPassphrase())));
        }
    }

    /** A user with a passphrase must use it: a message at a lower level could be anybody's. */
    boolean accepts(byte[] securityName, int level) {
        Integer required = requiredLevels.get(new OctetString(securityName));
        return required != null && level >= required;
    }

    @Override
    public UsmUserEntry getUser(OctetString engineId, OctetString name, UsmUser.LocalizationGrant grant) {
        if (!requiredLevels.containsKey(name) || !admit(engineId)) {
            return null;
        }
        return super.getUser(engineId, name, grant);
    }

    private synchronized boolean admit(OctetString engineId) {
        if (engineId == null || engineId.length() == 0 || engines.contains(engineId)) {
            return true;
        }
        long now = System.nanoTime() / 1_000_000_000L;
        if (now != second) {
            second = now;
            newInSecond = 0;
        }
        if (++newInSecond > NEW_ENGINES_PER_SECOND) {
            return false;
        }
        if (engines.size() >= MAX_ENGINES) {
            OctetString oldest = engines.iterator().next();
            engines.remove(oldest);
            requiredLevels.keySet().forEach(name -> removeAllUsers(name, oldest));
        }
        engines.add(new OctetString(engineId));
        return true;
    }
}
