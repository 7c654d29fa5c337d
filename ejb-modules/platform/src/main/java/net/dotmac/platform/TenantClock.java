package net.dotmac.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.platform.persistence.TenantRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The business clock of the current call's tenant. Without an allowed test clock it is the system clock in his zone. */
@ApplicationScoped
public class TenantClock implements BusinessClock {

    private final Map<UUID, ZoneId> zones = new ConcurrentHashMap<>();

    @Inject
    private Clock systemClock;

    @Inject
    private TenantDirectory directory;

    @Inject
    private TenantRepository repository;

    @Inject
    @ConfigProperty(name = "dotmac.test-clock.enabled", defaultValue = "false")
    private boolean testClockEnabled;

    @Override
    public Instant now() {
        Instant now = systemClock.instant();
        return testClockEnabled ? now.plus(repository.clockAhead()) : now;
    }

    /** A tenant's zone never changes while the server runs: documents already issued depend on it. */
    @Override
    public ZoneId zone() {
        return zones.computeIfAbsent(
                CallContext.current().tenantId(),
                id -> directory.byId(id).orElseThrow().zone());
    }
}
