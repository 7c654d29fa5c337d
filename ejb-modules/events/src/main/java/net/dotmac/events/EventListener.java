package net.dotmac.events;

import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;

/**
 * What a consumer's message-driven bean extends: a message says that a tenant has new events, the consumer then reads them
 * from the log. A message that is lost, late or repeated changes nothing but the time.
 */
public abstract class EventListener implements MessageListener {

    /** The topic all consumers subscribe to, durably and shared between nodes. */
    public static final String TOPIC = "java:/jms/topic/DotMacEvents";

    static final String TENANT = "tenantId";

    @Inject
    private EventDispatcher dispatcher;

    protected abstract EventConsumer consumer();

    @Override
    public void onMessage(Message message) {
        try {
            String tenantId = message.getStringProperty(TENANT);
            if (tenantId != null) {
                dispatcher.catchUp(consumer(), UUID.fromString(tenantId));
            }
        } catch (JMSException e) {
            throw new IllegalStateException("The message could not be read", e);
        }
    }
}
