package net.dotmac.events.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import net.dotmac.events.Event;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;

/** A tenant's log as consumers read it, and their positions in it. */
@ApplicationScoped
public class EventRepository {

    private static final int SCAN = 1_000;

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    /** The consumer's position, locked to the end of the transaction; empty while somebody else holds it. */
    public OptionalLong lockPosition(String consumer) {
        String make = "insert into events.consumer_position (tenant_id, consumer, position) values (?, ?, 0) "
                + "on conflict do nothing";
        String lock = "select position from events.consumer_position where consumer = ? for update skip locked";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(make);
                PreparedStatement select = connection.prepareStatement(lock)) {
            select.setString(1, consumer);
            OptionalLong locked = position(select);
            if (locked.isPresent()) {
                return locked;
            }
            insert.setObject(1, CallContext.current().tenantId());
            insert.setString(2, consumer);
            return insert.executeUpdate() == 0 ? OptionalLong.empty() : position(select);
        } catch (SQLException e) {
            throw new DatabaseException("The position of " + consumer + " could not be read", e);
        }
    }

    private static OptionalLong position(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    public void movePosition(String consumer, long position) {
        update("update events.consumer_position set position = greatest(position, ?) where consumer = ?", statement -> {
            statement.setLong(1, position);
            statement.setString(2, consumer);
        });
    }

    /**
     * The log from one position on.
     *
     * @param wanted the events asked for, in order
     * @param through all events up to and with this position are among the wanted ones or not wanted
     * @param isMore whether there may be events beyond it
     */
    public record Stretch(List<Event> wanted, long through, boolean isMore) {}

    /**
     * Reads on after a position, not beyond another; data is read only of events that are wanted.
     *
     * @param isWanted by type
     * @param atMost so many wanted ones, 1 or more
     */
    public Stretch after(long position, long lastPosition, Predicate<String> isWanted, int atMost) {
        String sql = "select position, id, type, aggregate_id, actor, correlation_id, occurred_at, data::text "
                + "from events.event_log where position > ? and position <= ? order by position limit ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, position);
            statement.setLong(2, lastPosition);
            statement.setInt(3, SCAN);
            List<Event> wanted = new ArrayList<>();
            long through = position;
            int scanned = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    scanned++;
                    if (isWanted.test(row.getString(3))) {
                        if (wanted.size() == atMost) {
                            return new Stretch(wanted, through, true);
                        }
                        wanted.add(event(row));
                    }
                    through = row.getLong(1);
                }
            }
            return new Stretch(wanted, through, scanned == SCAN);
        } catch (SQLException e) {
            throw new DatabaseException("Events could not be read", e);
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                CallContext.current().tenantId(),
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                EventJson.read(row.getString(8)));
    }

    /** @return how often this event has failed for this consumer by now */
    public int countFailure(String consumer, long position, String error) {
        String sql = "insert into events.dead_letter as d (tenant_id, consumer, position, attempts, error) "
                + "values (?, ?, ?, 1, ?) on conflict (tenant_id, consumer, position) do update "
                + "set attempts = d.attempts + 1, error = excluded.error, failed_at = now() returning attempts";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, CallContext.current().tenantId());
            statement.setString(2, consumer);
            statement.setLong(3, position);
            statement.setString(4, error);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseException("A failed event could not be counted", e);
        }
    }

    public void setAside(String consumer, long position) {
        update("update events.dead_letter set set_aside = true where consumer = ? and position = ?", statement -> {
            statement.setString(1, consumer);
            statement.setLong(2, position);
        });
    }

    private void update(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("The position of a consumer could not be kept", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
