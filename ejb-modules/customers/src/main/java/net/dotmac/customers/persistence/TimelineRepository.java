package net.dotmac.customers.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.dotmac.customers.TimelineEntry;
import net.dotmac.events.Event;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;

/** Appends and reads timeline entries in the caller's transaction. */
@ApplicationScoped
public class TimelineRepository {

    /** Key under which an event names its customer. */
    public static final String CUSTOMER = "customerId";

    private static final String INSERT = "insert into customers.timeline_entry "
            + "(tenant_id, customer_id, position, event_id, type, actor, happened_at, data) "
            + "select ?, e.customer, e.position::bigint, e.id, e.type, e.actor, e.at::timestamptz, e.data::jsonb "
            + "from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) "
            + "as e (customer, position, id, type, actor, at, data)";

    private final Jsonb json = JsonbBuilder.create();

    @Inject
    private Database database;

    /** Appends an event that names its customer; if it is there already, it stays as it is. */
    public void add(Event event) {
        database.update(INSERT + " on conflict do nothing", values(List.of(event)));
    }

    /**
     * Appends events that name their customers. Looking for each first would cost as much as writing it, so an event that is
     * there already makes the whole set fail.
     */
    public void addNew(List<Event> events) {
        if (!events.isEmpty()) {
            database.update(INSERT, values(events));
        }
    }

    private static Object[] values(List<Event> events) {
        return new Object[] {
            CallContext.current().tenantId(),
            ids(events, event -> UUID.fromString(event.text(CUSTOMER))),
            texts(events, event -> String.valueOf(event.position())),
            ids(events, Event::id),
            texts(events, Event::type),
            texts(events, Event::actor),
            texts(events, event -> event.occurredAt().toString()),
            texts(events, Event::json)
        };
    }

    private static UUID[] ids(List<Event> events, Function<Event, UUID> id) {
        return events.stream().map(id).toArray(UUID[]::new);
    }

    private static String[] texts(List<Event> events, Function<Event, String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    @SuppressWarnings("unchecked")
    public List<TimelineEntry> newest(UUID customerId, long before, int limit) {
        return database.list(
                "select position, event_id, type, actor, happened_at, data::text from customers.timeline_entry "
                        + "where customer_id = ? and position < ? order by position desc limit ?",
                row -> new TimelineEntry(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        json.fromJson(row.getString(6), LinkedHashMap.class)),
                customerId,
                before,
                limit);
    }
}
