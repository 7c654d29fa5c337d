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
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dotmac.events.persistence.OutboxMover;
import net.dotmac.kernel.Failpoint;
import net.dotmac.kernel.persistence.DatabaseException;
import org.jboss.logging.Logger;

/**
 * Moves the outbox to the log and tells the topic who has news. Publishing comes after the move is committed: if it fails, or
 * the server dies in between, {@link EventSweep} finds what is in the log.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long EVERY_MILLIS = 500;
    private static final int ROUNDS_AT_MOST = 200;

    private final AtomicBoolean atWork = new AtomicBoolean();
    private final AtomicBoolean brokerAway = new AtomicBoolean();

    @Inject
    private OutboxMover mover;

    @Inject
    @JMSConnectionFactory("java:jboss/DefaultJMSConnectionFactory")
    private JMSContext jms;

    @Resource(lookup = EventListener.TOPIC)
    private Topic topic;

    @Resource
    private TimerService timers;

    @PostConstruct
    void schedule() {
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("outbox relay", false));
    }

    @Timeout
    void relay() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            for (int round = 0; round < ROUNDS_AT_MOST; round++) {
                Map<UUID, Long> moved = mover.move();
                if (moved.isEmpty()) {
                    return;
                }
                Failpoint.hit("events.relay.moved");
                publish(moved);
            }
        } catch (DatabaseException | EJBException e) {
            LOG.debug("The outbox stays as it is until the database answers again", e);
        } finally {
            atWork.set(false);
        }
    }

    private void publish(Map<UUID, Long> moved) {
        try {
            moved.forEach((tenantId, position) -> jms.createProducer()
                    .setProperty(EventListener.TENANT, tenantId.toString())
                    .setProperty("position", position)
                    .send(topic, jms.createMessage()));
            if (brokerAway.getAndSet(false)) {
                LOG.info("The message broker answers again.");
            }
        } catch (JMSRuntimeException e) {
            if (!brokerAway.getAndSet(true)) {
                LOG.warnf(
                        "The message broker does not answer (%s); consumers read the log by themselves.",
                        e.getMessage());
            }
        }
    }
}
