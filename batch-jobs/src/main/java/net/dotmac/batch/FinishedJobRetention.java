package net.dotmac.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.dotmac.kernel.persistence.DatabaseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Every hour deletes jobs that ended longer ago than they are kept. On several nodes each takes rows the others leave. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FinishedJobRetention {

    private static final Logger LOG = Logger.getLogger(FinishedJobRetention.class);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 500;
    private static final int ROUNDS_AT_MOST = 1_000;

    @Inject
    private FinishedJobs jobs;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "dotmac.jobs.retention-days", defaultValue = "30")
    private int retentionDays;

    @Resource
    private TimerService timers;

    @PostConstruct
    void schedule() {
        timers.createIntervalTimer(FIRST.toMillis(), EVERY.toMillis(), new TimerConfig("retention of jobs", false));
    }

    @Timeout
    void keep() {
        // A day at least: a run of today must be found by whoever looks after it.
        Instant before = clock.instant().minus(Duration.ofDays(Math.max(1, retentionDays)));
        try {
            int round = 0;
            while (jobs.purge(before, AT_ONCE) == AT_ONCE && round < ROUNDS_AT_MOST) {
                round++;
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Finished jobs are deleted with the next turn", e);
        }
    }
}
