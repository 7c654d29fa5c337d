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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.platform.TenantDirectory;
import org.jboss.logging.Logger;

/** Has every tenant's queued documents mailed, a second's worth at a time. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvoiceMailSender {

    private static final Logger LOG = Logger.getLogger(InvoiceMailSender.class);
    private static final long EVERY_MILLIS = 1_000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final AtomicBoolean atWork = new AtomicBoolean();
    /** When to look at a tenant again who had nothing to send; only the thread that is at work uses it. */
    private final Map<UUID, Instant> idleUntil = new HashMap<>();

    private int turns;

    @Inject
    private TenantDirectory tenants;

    @Inject
    private InvoiceMailRound round;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock systemClock;

    @Resource
    private TimerService timers;

    @PostConstruct
    void schedule() {
        if (settings.isOn()) {
            timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("invoice mail", false));
        } else {
            LOG.info("No mail server is named (dotmac.smtp.host): documents wait to be mailed.");
        }
    }

    /** A turn a second, with a second's worth of mails: a slow mail server slows this down and never speeds it up. */
    @Timeout
    void turn() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            int left = settings.perSecond();
            for (UUID tenant : inTurn(tenants.activeTenants())) {
                if (left > 0 && isWorthALook(tenant)) {
                    left -= sendSome(tenant, left);
                }
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Mails wait until the database answers again", e);
        } finally {
            atWork.set(false);
        }
    }

    /** Each tenant comes first once in a while, so that none has the whole rate. */
    private List<UUID> inTurn(List<UUID> all) {
        List<UUID> turned = new ArrayList<>(all);
        Collections.rotate(turned, turns++);
        return turned;
    }

    private boolean isWorthALook(UUID tenant) {
        return !systemClock.instant().isBefore(idleUntil.getOrDefault(tenant, Instant.EPOCH));
    }

    private int sendSome(UUID tenant, int left) {
        try (CallContext.Scope scope =
                CallContext.system("invoice-mail", tenant).bind()) {
            int taken = round.send(left);
            if (taken == 0) {
                idleUntil.put(tenant, systemClock.instant().plus(LOOK_AGAIN));
            }
            return taken;
        }
    }
}
