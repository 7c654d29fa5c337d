package net.dotmac.collections;

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
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.TenantDirectory;
import org.jboss.logging.Logger;

/** Runs every tenant's dunning: the round in its morning, grants and fees when they are due. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DunningTimer {

    private static final Logger LOG = Logger.getLogger(DunningTimer.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final AtomicBoolean atWork = new AtomicBoolean();

    @Inject
    private TenantDirectory tenants;

    @Inject
    private DunningRound round;

    @Resource
    private TimerService timers;

    @PostConstruct
    void schedule() {
        timers.createIntervalTimer(EVERY.toMillis(), EVERY.toMillis(), new TimerConfig("dunning", false));
    }

    @Timeout
    void turn() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            for (UUID tenant : tenants.activeTenants()) {
                CallContext.system("collections", tenant).run(round::run);
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Dunning waits until the database answers again", e);
        } catch (RuntimeException e) {
            LOG.error("A round of dunning failed; the next turn goes on", e);
        } finally {
            atWork.set(false);
        }
    }
}
