package net.dotmac.customers;

import java.util.Map;
import java.util.UUID;

/**
 * What one event of many customers means for one of them.
 *
 * @param customerId whose timeline it goes to
 * @param id tells it apart from the event's other facts and is the same each time the event is handled
 * @param data ids and plain values
 */
public record TimelineFact(UUID customerId, UUID id, Map<String, ?> data) {

    public TimelineFact {
        data = Map.copyOf(data);
    }
}
