package net.dotmac.billing;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.health.Vitals;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.TenantDirectory;
import org.jboss.logging.Logger;

/** Counts every ten seconds what waits to be mailed, so that neither health nor metrics ask the database. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailWatch {

    private static final Logger LOG = Logger.getLogger(MailWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    @Inject
    private TenantDirectory tenants;

    @Inject
    private InvoiceDeliveryService deliveries;

    @Inject
    private MailFigures figures;

    @Inject
    private MailSettings settings;

    @Resource
    private TimerService timers;

    @PostConstruct
    void start() {
        Vitals.tell("mail", this::vital);
        timers.createIntervalTimer(0, EVERY.toMillis(), new TimerConfig("mail watch", false));
    }

    @Timeout
    void count() {
        try {
            MailBacklog sum = new MailBacklog(0, Optional.empty());
            for (UUID tenant : tenants.activeTenants()) {
                try (CallContext.Scope scope =
                        CallContext.system("mail-watch", tenant).bind()) {
                    sum = sum.and(deliveries.backlog());
                }
            }
            figures.waits(sum);
        } catch (DatabaseException | EJBException e) {
            LOG.debug("What waits to be mailed is counted once the database answers again", e);
        }
    }

    /** Always well: a mail server that is away delays mails and nothing else. */
    private Vitals.Vital vital() {
        return new Vitals.Vital(
                true,
                Map.of(
                        "configured",
                        settings.isOn(),
                        "answers",
                        settings.isOn() && figures.isAnswering(),
                        "waiting",
                        figures.waiting(),
                        "oldestSeconds",
                        figures.oldestAge().toSeconds()));
    }
}
