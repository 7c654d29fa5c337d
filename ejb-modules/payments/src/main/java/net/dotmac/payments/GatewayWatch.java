package net.dotmac.payments;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.TenantDirectory;
import org.jboss.logging.Logger;

/** Asks every tenant's gateway after what it has not reported: reports may come late or never. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayWatch {

    private static final Logger LOG = Logger.getLogger(GatewayWatch.class);

    private final AtomicBoolean atWork = new AtomicBoolean();

    @Inject
    private TenantDirectory tenants;

    @Inject
    private Checkouts checkouts;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void watch() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            for (UUID tenant : tenants.activeTenants()) {
                CallContext.system("gateway-watch", tenant).run(checkouts::askDue);
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Intents wait until the database answers again", e);
        } catch (RuntimeException e) {
            LOG.error("Intents could not be asked after; the next turn tries again", e);
        } finally {
            atWork.set(false);
        }
    }
}
