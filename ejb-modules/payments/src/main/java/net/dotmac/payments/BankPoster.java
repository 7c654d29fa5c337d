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

/** Has every tenant's new movements posted within seconds, also those that a server left when it died. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BankPoster {

    private static final Logger LOG = Logger.getLogger(BankPoster.class);

    private final AtomicBoolean atWork = new AtomicBoolean();

    @Inject
    private TenantDirectory tenants;

    @Inject
    private BankPosting posting;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void post() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            for (UUID tenant : tenants.activeTenants()) {
                CallContext.system("bank-posting", tenant).run(posting::postAll);
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Movements wait until the database answers again", e);
        } catch (RuntimeException e) {
            LOG.error("Movements could not be posted; the next turn tries again", e);
        } finally {
            atWork.set(false);
        }
    }
}
