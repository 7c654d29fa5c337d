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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LEAST_PAUSE = Duration.ofMillis(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    /** When to look at a tenant again who had nothing to send. */
    private final Map<UUID, Instant> idleUntil = new ConcurrentHashMap<>();

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
            nextTurnIn(EVERY);
        } else {
            LOG.info("No mail server is named (dotmac.smtp.host): documents wait to be mailed.");
        }
    }

    /** One timer a turn: a turn that outlasts a second, as behind a slow mail server, would else be asked for in vain. */
    private void nextTurnIn(Duration pause) {
        timers.createSingleActionTimer(pause.toMillis(), new TimerConfig("invoice mail", false));
    }

    @Timeout
    void turn() {
        Instant start = systemClock.instant();
        try {
            sendASecondsWorth();
        } catch (DatabaseException | EJBException e) {
            LOG.debug("Mails wait until the database answers again", e);
        } catch (RuntimeException e) {
            LOG.error("Mails could not be sent; the next turn tries again", e);
        }
        Duration left = EVERY.minus(Duration.between(start, systemClock.instant()));
        nextTurnIn(left.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : left);
    }

    private void sendASecondsWorth() {
        int left = settings.perSecond();
        for (UUID tenant : inTurn(tenants.activeTenants())) {
            if (left > 0 && isWorthALook(tenant)) {
                left -= sendSome(tenant, left);
            }
        }
    }

    /** Each tenant comes first once in a while, so that none has the whole rate. */
    private List<UUID> inTurn(List<UUID> all) {
        List<UUID> turned = new ArrayList<>(all);
        turns++;
        Collections.rotate(turned, turns);
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
