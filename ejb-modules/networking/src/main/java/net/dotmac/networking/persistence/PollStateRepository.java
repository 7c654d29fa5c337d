package net.dotmac.networking.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.networking.domain.PollState;

/** What polling keeps of each device, read and written for many at once, in the caller's transaction. */
@ApplicationScoped
public class PollStateRepository {

    private static final String CLAIM = "with due as (select device_id from networking.device_poll "
            + "where next_due_at <= clock_timestamp() order by next_due_at limit ? for update skip locked) "
            + "update networking.device_poll p set next_due_at = "
            + "greatest(p.next_due_at, clock_timestamp() - make_interval(secs => d.poll_seconds)) "
            + "+ make_interval(secs => d.poll_seconds) "
            + "from networking.device d, due where p.device_id = due.device_id and d.id = p.device_id and d.monitored "
            + "returning d.id, d.address, d.snmp_port, d.snmp_version, d.credentials, d.poll_seconds, d.status, "
            + "p.interface_count, p.failures, p.revision";

    private static final String SAVE = "update networking.device_poll p set last_polled_at = n.polled_at, "
            + "failures = n.failures, last_failure = n.failure, "
            + "uptime_hundredths = coalesce(n.uptime, p.uptime_hundredths), "
            + "engine_boots = coalesce(n.boots, p.engine_boots), "
            + "interface_count = coalesce(n.interfaces, p.interface_count), "
            + "next_due_at = case when n.again_at is null then p.next_due_at else least(p.next_due_at, n.again_at) end, "
            + "revision = p.revision + case when n.is_changed then 1 else 0 end "
            + "from unnest(?::uuid[], ?::timestamptz[], ?::integer[], ?::text[], ?::bigint[], ?::integer[], "
            + "?::integer[], ?::timestamptz[], ?::boolean[]) "
            + "as n(device_id, polled_at, failures, failure, uptime, boots, interfaces, again_at, is_changed) "
            + "where p.device_id = n.device_id";

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    /** A device that this node may poll now. */
    public record Claimed(
            UUID deviceId,
            String address,
            int port,
            String version,
            String sealedCredentials,
            int pollSeconds,
            String status,
            int interfaceCount,
            int failures,
            int revision) {}

    /** What is known after a poll; null where nothing new is. */
    public record Polled(
            UUID deviceId,
            Instant at,
            int failures,
            String failure,
            Long uptimeHundredths,
            Integer engineBoots,
            Integer interfaceCount,
            Instant againAt,
            boolean isChanged) {}

    /** Takes up to {@code max} devices that are due; nobody else will get them before they are due again. */
    public List<Claimed> claim(int max) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setInt(1, max);
            List<Claimed> claimed = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Claimed(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getInt(6),
                            row.getString(7),
                            row.getInt(8),
                            row.getInt(9),
                            row.getInt(10)));
                }
            }
            return claimed;
        } catch (SQLException e) {
            throw new DatabaseException("The devices that are due could not be claimed", e);
        }
    }

    /** Keeps the outcome of many polls in one statement. */
    public void save(List<Polled> polls) {
        if (polls.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SAVE)) {
            array(statement, 1, "uuid", polls.stream().map(Polled::deviceId).toArray());
            array(
                    statement,
                    2,
                    "timestamptz",
                    polls.stream().map(p -> Timestamp.from(p.at())).toArray());
            array(statement, 3, "integer", polls.stream().map(Polled::failures).toArray());
            array(statement, 4, "text", polls.stream().map(Polled::failure).toArray());
            array(
                    statement,
                    5,
                    "bigint",
                    polls.stream().map(Polled::uptimeHundredths).toArray());
            array(
                    statement,
                    6,
                    "integer",
                    polls.stream().map(Polled::engineBoots).toArray());
            array(
                    statement,
                    7,
                    "integer",
                    polls.stream().map(Polled::interfaceCount).toArray());
            array(
                    statement,
                    8,
                    "timestamptz",
                    polls.stream()
                            .map(p -> p.againAt() == null ? null : Timestamp.from(p.againAt()))
                            .toArray());
            array(statement, 9, "boolean", polls.stream().map(Polled::isChanged).toArray());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("The outcome of polling could not be kept", e);
        }
    }

    private static void array(PreparedStatement statement, int position, String type, Object[] values)
            throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }

    /** Starts polling a device at once. */
    public void add(UUID deviceId) {
        execute(
                "insert into networking.device_poll (tenant_id, device_id, next_due_at) values (?, ?, clock_timestamp())",
                CallContext.current().tenantId(),
                deviceId);
    }

    /** Makes a device due now, and whoever remembers it read it anew. */
    public void makeDue(UUID deviceId) {
        execute(
                "update networking.device_poll set next_due_at = clock_timestamp(), revision = revision + 1 "
                        + "where device_id = ?",
                deviceId);
    }

    /** Ends polling a device until it is made due. */
    public void pause(UUID deviceId) {
        execute(
                "update networking.device_poll set next_due_at = 'infinity', failures = 0 where device_id = ?",
                deviceId);
    }

    private void execute(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("The polling of a device could not be changed", e);
        }
    }

    /** What is known of the last polls of these devices. */
    public Map<UUID, PollState> states(Collection<UUID> deviceIds) {
        String sql = "select device_id, last_polled_at, last_failure, uptime_hundredths, interface_count "
                + "from networking.device_poll where device_id = any (?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            array(statement, 1, "uuid", deviceIds.toArray());
            Map<UUID, PollState> states = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Timestamp at = row.getTimestamp(2);
                    states.put(
                            row.getObject(1, UUID.class),
                            new PollState(
                                    at == null ? null : at.toInstant(),
                                    row.getString(3),
                                    row.getObject(4, Long.class),
                                    row.getInt(5)));
                }
            }
            return states;
        } catch (SQLException e) {
            throw new DatabaseException("The state of polling could not be read", e);
        }
    }
}
