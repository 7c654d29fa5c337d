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
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.TenantDirectory;
import org.jboss.logging.Logger;

/** Ends, once an hour, every tenant's mandates that were not used for too long. Two nodes at once end each once. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MandateWatch {

    private static final Logger LOG = Logger.getLogger(MandateWatch.class);

    @Inject
    private TenantDirectory tenants;

    @Inject
    private MandateService mandates;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void lapse() {
        for (UUID tenant : tenants.activeTenants()) {
            try {
                CallContext.system("mandate-watch", tenant).run(this::lapseAll);
            } catch (DatabaseException | EJBException e) {
                LOG.warn("Unused mandates of a tenant wait for the next hour", e);
            }
        }
    }

    private void lapseAll() {
        int lapsed;
        do {
            lapsed = mandates.lapseUnused();
        } while (lapsed > 0);
    }
}
