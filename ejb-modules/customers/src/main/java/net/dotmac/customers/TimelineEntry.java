package net.dotmac.customers;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened to a customer.
 *
 * @param position place in the event log; newer is greater
 * @param type of the event, e.g. {@code payments.payments.recorded.v1}
 * @param actor who caused it
 * @param data ids and plain values of the event
 */
public record TimelineEntry(
        long position, UUID eventId, String type, String actor, Instant happenedAt, Map<String, Object> data) {}
