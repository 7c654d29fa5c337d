package net.dotmac.events;

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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.TenantDirectory;
import org.jboss.logging.Logger;

/** Lets every consumer look into the log by itself now and then: what messaging lost is found here. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventSweep {

    private static final Logger LOG = Logger.getLogger(EventSweep.class);
    private static final long EVERY_MILLIS = 5_000;

    private final AtomicBoolean atWork = new AtomicBoolean();

    @Inject
    @Any
    private Instance<EventConsumer> consumers;

    @Inject
    private EventDispatcher dispatcher;

    @Inject
    private TenantDirectory tenants;

    @Resource
    private TimerService timers;

    @PostConstruct
    void schedule() {
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("event sweep", false));
    }

    @Timeout
    void sweep() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            for (UUID tenantId : tenants.activeTenants()) {
                for (EventConsumer consumer : consumers) {
                    dispatcher.catchUp(consumer, tenantId);
                }
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Consumers wait until the database answers again", e);
        } finally {
            atWork.set(false);
        }
    }
}
