package net.dotmac.customers.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.customers.TimelineEntry;
import net.dotmac.events.Event;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;

/** Appends and reads timeline entries in the caller's transaction. */
@ApplicationScoped
public class TimelineRepository {

    private final Jsonb json = JsonbBuilder.create();

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    public void add(UUID customerId, Event event) {
        String sql = "insert into customers.timeline_entry "
                + "(tenant_id, customer_id, position, event_id, type, actor, happened_at, data) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, CallContext.current().tenantId());
            insert.setObject(2, customerId);
            insert.setLong(3, event.position());
            insert.setObject(4, event.id());
            insert.setString(5, event.type());
            insert.setString(6, event.actor());
            insert.setObject(7, event.occurredAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, json.toJson(event.data()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("The timeline could not be written", e);
        }
    }

    @SuppressWarnings("unchecked")
    public List<TimelineEntry> newest(UUID customerId, long before, int limit) {
        String sql = "select position, event_id, type, actor, happened_at, data::text from customers.timeline_entry "
                + "where customer_id = ? and position < ? order by position desc limit ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, customerId);
            select.setLong(2, before);
            select.setInt(3, limit);
            List<TimelineEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new TimelineEntry(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getTimestamp(5).toInstant(),
                            json.fromJson(row.getString(6), LinkedHashMap.class)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new DatabaseException("The timeline could not be read", e);
        }
    }
}
