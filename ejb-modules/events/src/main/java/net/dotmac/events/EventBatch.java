package net.dotmac.events;

import jakarta.ejb.ApplicationException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import net.dotmac.events.persistence.EventRepository;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;

/** Some events of one tenant and the position behind them, in one transaction. Called by {@link EventDispatcher} alone. */
@Stateless
@Interceptors(CallInterceptor.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventBatch {

    @Inject
    private EventRepository repository;

    /** How a batch ended. */
    public enum Outcome {
        /** There may be further events. */
        MORE,
        /** Up to date, or somebody else is at it. */
        DONE
    }

    /**
     * Handles the next events as a set.
     *
     * @throws SetFailed after which nothing of the batch has happened; then {@link #handleEach}
     */
    @Requires(Requires.NOTHING)
    public Outcome handle(EventConsumer consumer) {
        return handle(consumer, Long.MAX_VALUE, events -> {
            try {
                consumer.handleAll(events);
            } catch (RuntimeException e) {
                throw new SetFailed(e);
            }
        });
    }

    /**
     * Handles the next events one by one.
     *
     * @throws HandlingFailed after which nothing of the batch has happened
     */
    @Requires(Requires.NOTHING)
    public Outcome handleEach(EventConsumer consumer) {
        return handle(consumer, Long.MAX_VALUE, events -> handleEach(consumer, events));
    }

    /** Handles events up to and with a position: those that went well in a batch that failed later. */
    @Requires(Requires.NOTHING)
    public Outcome handleUpTo(EventConsumer consumer, long lastPosition) {
        return handle(consumer, lastPosition, events -> handleEach(consumer, events));
    }

    private Outcome handle(EventConsumer consumer, long lastPosition, Consumer<List<Event>> work) {
        OptionalLong position = repository.lockPosition(consumer.name());
        if (position.isEmpty()) {
            return Outcome.DONE;
        }
        EventRepository.Stretch stretch =
                repository.after(position.getAsLong(), lastPosition, consumer::handles, consumer.batchSize());
        if (!stretch.wanted().isEmpty()) {
            work.accept(stretch.wanted());
        }
        if (stretch.through() > position.getAsLong()) {
            repository.movePosition(consumer.name(), stretch.through());
        }
        return stretch.isMore() ? Outcome.MORE : Outcome.DONE;
    }

    private static void handleEach(EventConsumer consumer, List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            try {
                consumer.handle(events.get(i));
            } catch (RuntimeException e) {
                throw new HandlingFailed(events.get(i), events.subList(0, i), e);
            }
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

    /** Events that their consumer could not handle as a set. */
    @ApplicationException(rollback = true)
    public static class SetFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SetFailed(RuntimeException cause) {
            super(cause);
        }
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
