package net.dotmac.rest.operations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.dotmac.networking.PollScheduler;
import net.dotmac.networking.PollStatistics;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the poller takes its turns, one a second when all is well; a node that does not poll has none to take. */
@Readiness
@ApplicationScoped
public class PollerCheck implements HealthCheck {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    private PollScheduler poller;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "dotmac.poller.enabled", defaultValue = "true")
    private boolean enabled;

    private Instant since;

    @PostConstruct
    void start() {
        since = clock.instant();
    }

    @Override
    public HealthCheckResponse call() {
        PollStatistics statistics = poller.statistics();
        Duration age = age(statistics.lastTurnAt(), since, clock.instant());
        return HealthCheckResponse.named("poller")
                .withData("secondsSinceTurn", age.toSeconds())
                .withData("outstanding", statistics.outstanding())
                .status(!enabled || age.compareTo(LIMIT) <= 0)
                .build();
    }

    /** How long ago the last turn was; counted from the start while there has been none. */
    static Duration age(Instant lastTurnAt, Instant start, Instant now) {
        return Duration.between(lastTurnAt == null ? start : lastTurnAt, now);
    }
}
