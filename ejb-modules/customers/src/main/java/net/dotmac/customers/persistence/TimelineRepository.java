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
import net.dotmac.customers.TimelineFact;
import net.dotmac.events.Event;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;

/** Appends and reads timeline entries in the caller's transaction. */
@ApplicationScoped
public class TimelineRepository {

    /** Key under which an event names its customer. */
    public static final String CUSTOMER = "customerId";

    private static final String STAGE = "create temporary table if not exists customers_stage_timeline ("
            + "customer_id uuid, id uuid, data text) on commit delete rows";

    private final Jsonb json = JsonbBuilder.create();

    @Inject
    private Database database;

    /** Appends events that name their customers; those that are there already stay as they are. */
    public void add(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        database.update(
                "insert into customers.timeline_entry "
                        + "(tenant_id, customer_id, position, event_id, type, actor, happened_at, data) "
                        + "select ?, e.customer, e.position::bigint, e.id, e.type, e.actor, e.at::timestamptz, e.data::jsonb "
                        + "from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) "
                        + "as e (customer, position, id, type, actor, at, data) on conflict do nothing",
                CallContext.current().tenantId(),
                ids(events, event -> UUID.fromString(event.text(CUSTOMER))),
                texts(events, event -> String.valueOf(event.position())),
                ids(events, Event::id),
                texts(events, Event::type),
                texts(events, Event::actor),
                texts(events, event -> event.occurredAt().toString()),
                texts(events, event -> json.toJson(event.data())));
    }

    /** Appends what one event means for many customers; what is there already stays as it is. */
    public void add(Event event, String type, List<TimelineFact> facts) {
        CopyRows rows = new CopyRows();
        facts.forEach(fact -> rows.add(fact.customerId(), fact.id(), json.toJson(fact.data())));
        database.update(STAGE);
        database.update("truncate customers_stage_timeline");
        database.copy("customers_stage_timeline", rows);
        database.update(
                "insert into customers.timeline_entry "
                        + "(tenant_id, customer_id, position, event_id, type, actor, happened_at, data) "
                        + "select ?, customer_id, ?, id, ?, ?, ?, data::jsonb from customers_stage_timeline "
                        + "on conflict do nothing",
                CallContext.current().tenantId(),
                event.position(),
                type,
                event.actor(),
                event.occurredAt());
    }

    private static UUID[] ids(List<Event> events, Function<Event, UUID> id) {
        return events.stream().map(id).toArray(UUID[]::new);
    }

    private static String[] texts(List<Event> events, Function<Event, String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    /** Entries of one event stay together, so there may be a few more than asked for. */
    @SuppressWarnings("unchecked")
    public List<TimelineEntry> newest(UUID customerId, long before, int limit) {
        return database.list(
                "select position, event_id, type, actor, happened_at, data::text from customers.timeline_entry "
                        + "where customer_id = ? and position < ? order by position desc "
                        + "fetch first ? rows with ties",
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
