package net.dotmac.events;

import jakarta.ejb.ApplicationException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.dotmac.events.persistence.EventRepository;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;

/** Some events of one tenant and the position behind them, in one transaction. Called by {@link EventDispatcher} alone. */
@Stateless
@Interceptors(CallInterceptor.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventBatch {

    private static final int SIZE = 100;

    @Inject
    private EventRepository repository;

    /** How a batch ended. */
    public enum Outcome {
        /** There may be further events. */
        MORE,
        /** Up to date, or somebody else is at it. */
        DONE
    }

    /** @throws HandlingFailed after which nothing of the batch has happened */
    @Requires(Requires.NOTHING)
    public Outcome handle(EventConsumer consumer) {
        return handle(consumer, Long.MAX_VALUE);
    }

    /** Handles events up to and with a position: those that went well in a batch that failed later. */
    @Requires(Requires.NOTHING)
    public Outcome handleUpTo(EventConsumer consumer, long lastPosition) {
        return handle(consumer, lastPosition);
    }

    private Outcome handle(EventConsumer consumer, long lastPosition) {
        OptionalLong position = repository.lockPosition(consumer.name());
        if (position.isEmpty()) {
            return Outcome.DONE;
        }
        List<Event> events = repository.after(position.getAsLong(), lastPosition, SIZE);
        if (events.isEmpty()) {
            return Outcome.DONE;
        }
        List<Event> handled = new ArrayList<>();
        for (Event event : events) {
            handleOne(consumer, event, handled);
            handled.add(event);
        }
        repository.movePosition(consumer.name(), events.get(events.size() - 1).position());
        return events.size() < SIZE ? Outcome.DONE : Outcome.MORE;
    }

    private static void handleOne(EventConsumer consumer, Event event, List<Event> before) {
        if (!consumer.handles(event.type())) {
            return;
        }
        try {
            consumer.handle(event);
        } catch (RuntimeException e) {
            throw new HandlingFailed(event, before, e);
        }
    }

    @Requires(Requires.NOTHING)
    public int countFailure(String consumer, long position, String error) {
        return repository.countFailure(consumer, position, error);
    }

    /** Steps over an event that can't be handled; it stays in the dead letters for a person. */
    @Requires(Requires.NOTHING)
    public void setAside(String consumer, long position) {
        repository.setAside(consumer, position);
        repository.movePosition(consumer, position);
    }

    /** An event that its consumer could not handle. */
    @ApplicationException(rollback = true)
    public static class HandlingFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Event event;
        private final transient List<Event> before;

        HandlingFailed(Event event, List<Event> before, RuntimeException cause) {
            super(cause);
            this.event = event;
            this.before = List.copyOf(before);
        }

        Event event() {
            return event;
        }

        List<Event> before() {
            return before;
        }
    }
}
