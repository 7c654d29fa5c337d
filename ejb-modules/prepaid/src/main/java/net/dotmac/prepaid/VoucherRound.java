package net.dotmac.prepaid;

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

/** Books out expired vouchers soon after each tenant's midnight, each batch in a transaction of its own. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VoucherRound {

    private static final Logger LOG = Logger.getLogger(VoucherRound.class);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final AtomicBoolean atWork = new AtomicBoolean();

    @Inject
    private TenantDirectory tenants;

    @Inject
    private VoucherBatchService batches;

    @Resource
    private TimerService timers;

    @PostConstruct
    void schedule() {
        timers.createIntervalTimer(EVERY.toMillis(), EVERY.toMillis(), new TimerConfig("vouchers", false));
    }

    @Timeout
    void turn() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            for (UUID tenant : tenants.activeTenants()) {
                CallContext.system("prepaid", tenant)
                        .run(() -> batches.toLapse().forEach(batches::lapse));
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Expired vouchers wait until the database answers again", e);
        } catch (RuntimeException e) {
            LOG.error("Expired vouchers could not be booked out; the next turn goes on", e);
        } finally {
            atWork.set(false);
        }
    }
}
