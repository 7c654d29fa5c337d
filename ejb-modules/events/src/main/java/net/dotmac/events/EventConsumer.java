package net.dotmac.events;

import java.util.List;

/**
 * Somebody who acts on events, as a CDI bean of his own module. He is called in a transaction bound to the event's tenant,
 * which also moves his position: effects in the database happen once. What reaches outside (a mail) must be queued in the
 * database here and sent afterwards.
 */
public interface EventConsumer {

    /** Name under which the position is kept; never changes. */
    String name();

    /** Whether events of this type concern him; others only move his position. */
    boolean handles(String type);

    /** Acts on one event. An exception means "try again"; after {@link EventDispatcher#ATTEMPTS} tries it is set aside. */
    void handle(Event event);

    /**
     * Acts on several events that concern him, in their order. Worth its own code where a set costs less than its members; if
     * it fails, all are handled anew one by one, so that only the one at fault is tried again.
     */
    default void handleAll(List<Event> events) {
        events.forEach(this::handle);
    }

    /** How many events that concern him may share a transaction, 1 or more: few if each is much work. */
    default int batchSize() {
        return 100;
    }
}
