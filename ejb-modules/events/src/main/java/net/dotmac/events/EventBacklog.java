package net.dotmac.events;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.kernel.persistence.DatabaseException;

/**
 * How far events are behind, over all tenants, read as the relay's role. For whoever operates the installation; numbers only.
 */
@ApplicationScoped
public class EventBacklog {

    @Resource(lookup = "java:jboss/datasources/DotMacRelayDS")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /**
     * Events that were recorded and that the relay has not moved to the log yet.
     *
     * @param oldest how long the oldest has waited by the time in its id; zero if none waits
     */
    public record Waiting(long count, Duration oldest) {}

    /** What waits for the relay. */
    public Waiting waiting() {
        return read("select count(*), (select id from events.outbox order by id limit 1) from events.outbox", row -> {
            row.next();
            UUID first = row.getObject(2, UUID.class);
            Duration age = first == null ? Duration.ZERO : Duration.between(madeAt(first), clock.instant());
            return new Waiting(row.getLong(1), age.isNegative() ? Duration.ZERO : age);
        });
    }

    /** Events that each consumer has still to handle, by its name. */
    public Map<String, Long> lags() {
        return read(
                "select p.consumer, sum((select count(*) from events.event_log l where l.tenant_id = p.tenant_id "
                        + "and l.position > p.position))::bigint from events.consumer_position p group by p.consumer",
                row -> {
                    Map<String, Long> lags = new TreeMap<>();
                    while (row.next()) {
                        lags.put(row.getString(1), row.getLong(2));
                    }
                    return lags;
                });
    }

    /** A UUID of version 7 starts with 48 bits of Unix milliseconds (RFC 9562 §5.7). */
    private static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private <T> T read(String sql, RowsReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reader.read(rows);
        } catch (SQLException e) {
            throw new DatabaseException("The events' backlog could not be read", e);
        }
    }

    private interface RowsReader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
