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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.TenantDirectory;
import org.jboss.logging.Logger;

/**
 * Looks for billing runs whose workers are gone and starts them again, on whichever node asks first. A run in good health
 * whose slice takes longer than the silence gets more workers than it needs, which find nothing to claim and go.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BillingRunRecovery {

    private static final Logger LOG = Logger.getLogger(BillingRunRecovery.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final AtomicBoolean atWork = new AtomicBoolean();

    @Inject
    private TenantDirectory tenants;

    @Inject
    private BillingRunJobs jobs;

    @Resource
    private TimerService timers;

    @PostConstruct
    void schedule() {
        timers.createIntervalTimer(
                EVERY.toMillis(), EVERY.toMillis(), new TimerConfig("recovery of billing runs", false));
    }

    @Timeout
    void recover() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            for (UUID tenant : tenants.activeTenants()) {
                CallContext.system("billing-recovery", tenant).run(this::recoverTenant);
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Billing runs are looked after once the database answers again", e);
        } finally {
            atWork.set(false);
        }
    }

    private void recoverTenant() {
        List<UUID> recovered = jobs.recover(SILENCE);
        if (!recovered.isEmpty()) {
            LOG.infof("Billing runs %s had lost their workers and go on.", recovered);
        }
    }
}
