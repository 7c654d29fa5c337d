package net.dotmac.events;

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
}
