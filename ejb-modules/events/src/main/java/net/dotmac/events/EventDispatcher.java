package net.dotmac.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import org.jboss.logging.Logger;

/** Brings one consumer up to date with one tenant's events, batch by batch. */
@ApplicationScoped
public class EventDispatcher {

    /** How often an event is tried before it is set aside. */
    public static final int ATTEMPTS = 5;

    private static final Logger LOG = Logger.getLogger(EventDispatcher.class);
    private static final int BATCHES_AT_MOST = 10_000;

    @Inject
    private EventBatch batch;

    /** Handles what is new; returns at once if another thread or node is at it. */
    public void catchUp(EventConsumer consumer, UUID tenantId) {
        CallContext context = CallContext.system(consumer.name(), tenantId);
        for (int i = 0; i < BATCHES_AT_MOST; i++) {
            EventBatch.Outcome outcome = next(context, consumer);
            if (outcome != EventBatch.Outcome.MORE) {
                return;
            }
        }
    }

    private EventBatch.Outcome next(CallContext context, EventConsumer consumer) {
        try (CallContext.Scope scope = context.bind()) {
            try {
                return batch.handle(consumer);
            } catch (EventBatch.SetFailed e) {
                LOG.debugf(e, "%s handles its events one by one", consumer.name());
                return oneByOne(consumer);
            }
        }
    }

    private EventBatch.Outcome oneByOne(EventConsumer consumer) {
        try {
            return batch.handleEach(consumer);
        } catch (EventBatch.HandlingFailed e) {
            return afterFailure(consumer, e);
        }
    }

    /** The batch was rolled back; counts the failure, and goes on past the event only when it was tried often enough. */
    private EventBatch.Outcome afterFailure(EventConsumer consumer, EventBatch.HandlingFailed failure) {
        Event event = failure.event();
        int attempts = batch.countFailure(consumer.name(), event.position(), rootMessage(failure));
        LOG.warnf(
                failure.getCause(),
                "%s could not handle event %s (%s, attempt %d of %d)",
                consumer.name(),
                event.id(),
                event.type(),
                attempts,
                ATTEMPTS);
        List<Event> before = failure.before();
        if (!before.isEmpty()) {
            batch.handleUpTo(consumer, before.get(before.size() - 1).position());
        }
        if (attempts < ATTEMPTS) {
            return EventBatch.Outcome.DONE;
        }
        batch.setAside(consumer.name(), event.position());
        return EventBatch.Outcome.MORE;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getClass().getSimpleName() + ": " + root.getMessage();
        return text.substring(0, Math.min(text.length(), 500));
    }
}
