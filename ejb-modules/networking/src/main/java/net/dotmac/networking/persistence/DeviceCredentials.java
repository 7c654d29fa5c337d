package net.dotmac.networking.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Secrets;
import net.dotmac.networking.domain.CredentialsText;
import net.dotmac.snmp.SnmpCredentials;

/**
 * Seals what devices are asked with, for the current tenant. What was opened once is remembered, since a poller needs it every
 * few seconds; the number of them is bounded.
 */
@ApplicationScoped
public class DeviceCredentials {

    private static final int MAX_REMEMBERED = 50_000;

    @Inject
    private Secrets secrets;

    private final Map<String, SnmpCredentials> opened = new ConcurrentHashMap<>();

    public String seal(SnmpCredentials credentials) {
        return secrets.seal(CredentialsText.write(credentials), purpose());
    }

    /** @throws IllegalStateException if it was sealed for another tenant, by an unknown key, or was altered */
    public SnmpCredentials open(String sealed) {
        // The purpose belongs to the key of the memory: what one tenant opened must not open for another.
        String key = purpose() + sealed;
        SnmpCredentials known = opened.get(key);
        if (known == null) {
            known = CredentialsText.read(secrets.open(sealed, purpose()));
            if (opened.size() >= MAX_REMEMBERED) {
                opened.clear();
            }
            opened.put(key, known);
        }
        return known;
    }

    private static String purpose() {
        return CredentialsText.purpose(CallContext.current().tenantId());
    }
}
