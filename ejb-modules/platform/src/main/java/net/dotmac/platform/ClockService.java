package net.dotmac.platform;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.platform.persistence.TenantRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the tenant's business time, and moves it where a test clock is allowed. */
@Stateless
@Interceptors(CallInterceptor.class)
public class ClockService {

    /** Far enough for any story, near enough that dates stay within what the database and calendars hold. */
    private static final Duration FARTHEST = Duration.ofDays(36_525);

    @Inject
    private Clock systemClock;

    @Inject
    private BusinessClock businessClock;

    @Inject
    private TenantRepository repository;

    @Inject
    private AuditTrail audit;

    @Inject
    @ConfigProperty(name = "dotmac.test-clock.enabled", defaultValue = "false")
    private boolean testClockEnabled;

    @Requires(Requires.NOTHING)
    public Instant now() {
        return businessClock.now();
    }

    @Requires(Requires.NOTHING)
    public LocalDate today() {
        return businessClock.today();
    }

    @Requires(Requires.NOTHING)
    public ZoneId zone() {
        return businessClock.zone();
    }

    /**
     * Sets the tenant's business clock, which goes on running from there.
     *
     * @throws DomainException {@code not-found} where no test clock is allowed; {@code invalid-value} if farther than a
     *     hundred years from now
     */
    @Requires("clock.write")
    public Instant moveTo(Instant businessTime) {
        if (!testClockEnabled) {
            throw new DomainException(CommonProblem.NOT_FOUND, "This installation has no test clock.");
        }
        Duration ahead = Duration.between(systemClock.instant(), businessTime);
        if (ahead.abs().compareTo(FARTHEST) > 0) {
            throw DomainException.invalid(
                    "businessTime", "Found " + businessTime + ", expected a time within a hundred years from now.");
        }
        repository.setClockAhead(CallContext.current().tenantId(), ahead);
        audit.record("clock.moved", "tenant", CallContext.current().tenantId(), Map.of("to", businessTime.toString()));
        return businessTime;
    }
}
