package net.dotmac.system.container;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dotmac.events.EventBatch;
import net.dotmac.kernel.CallContext;

/** Listens as the application's own listeners do, but lets the failure of its consumer out to the container. */
@MessageDriven(
        messageListenerInterface = MessageListener.class,
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/topic/DotMacEvents"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FailingListener implements MessageListener {

    /** Whom the test wants called; null while it wants nobody to be. */
    static volatile FailingOnce consumer;

    /** Ids of the messages on which the consumer failed, and of those that came again. */
    static final List<String> FAILED = new CopyOnWriteArrayList<>();

    static final List<String> REDELIVERED = new CopyOnWriteArrayList<>();

    @EJB(lookup = "java:global/dotmac/events/EventBatch")
    private EventBatch batch;

    @Override
    public void onMessage(Message message) {
        FailingOnce wanted = consumer;
        if (wanted == null) {
            return;
        }
        try {
            if (message.getJMSRedelivered()) {
                REDELIVERED.add(message.getJMSMessageID());
            }
            handle(wanted, UUID.fromString(message.getStringProperty("tenantId")), message.getJMSMessageID());
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(FailingOnce wanted, UUID tenant, String messageId) {
        CallContext.system(FailingOnce.NAME, tenant).run(() -> {
            try {
                EventBatch.Outcome outcome = EventBatch.Outcome.MORE;
                while (outcome == EventBatch.Outcome.MORE) {
                    outcome = batch.handleEach(wanted);
                }
            } catch (RuntimeException e) {
                FAILED.add(messageId);
                throw e;
            }
        });
    }
}
