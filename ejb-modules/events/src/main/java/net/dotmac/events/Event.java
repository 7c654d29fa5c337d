package net.dotmac.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A fact as consumers see it.
 *
 * @param position place in the log; grows, with gaps where other tenants' events lie
 * @param type {@code billing.invoices.issued.v1}
 * @param aggregateId the thing it is about; its events come in order
 * @param actor who caused it
 * @param correlationId ties it to the log lines and audit entries of its cause
 * @param data ids and plain values
 */
public record Event(
        UUID tenantId,
        long position,
        UUID id,
        String type,
        String aggregateId,
        String actor,
        String correlationId,
        Instant occurredAt,
        Map<String, Object> data) {

    /** The text under this key, or null. */
    public String text(String key) {
        Object value = data.get(key);
        return value == null ? null : String.valueOf(value);
    }
}
