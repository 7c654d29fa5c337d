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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.TenantDirectory;
import net.dotmac.services.OrderService;
import net.dotmac.services.PriceChangeService;
import org.jboss.logging.Logger;

/**
 * Completes orders whose first day has come and ends products whose last day is over. Two nodes at once do no harm: the
 * second finds rows changed and starts over with its next turn.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderCompletion {

    private static final Logger LOG = Logger.getLogger(OrderCompletion.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int ROUNDS_AT_MOST = 1000;

    private final AtomicBoolean atWork = new AtomicBoolean();

    @Inject
    private TenantDirectory tenants;

    @Inject
    private OrderService orders;

    @Inject
    private PriceChangeService prices;

    @Resource
    private TimerService timers;

    @PostConstruct
    void schedule() {
        timers.createIntervalTimer(EVERY.toMillis(), EVERY.toMillis(), new TimerConfig("order completion", false));
    }

    @Timeout
    void complete() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            for (UUID tenant : tenants.activeTenants()) {
                CallContext.system("orders", tenant).run(this::completeOfTenant);
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Orders are looked after with the next turn", e);
        } finally {
            atWork.set(false);
        }
    }

    private void completeOfTenant() {
        for (int round = 0; round < ROUNDS_AT_MOST && orders.completeDue() > 0; round++) {
            LOG.debug("Some orders or products were brought up to today");
        }
        for (int round = 0; round < ROUNDS_AT_MOST && prices.applyDue() > 0; round++) {
            LOG.debug("Some products got the price that was planned for them");
        }
    }
}
