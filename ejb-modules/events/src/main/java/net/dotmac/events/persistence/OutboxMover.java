package net.dotmac.events.persistence;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import net.dotmac.kernel.persistence.DatabaseException;

/**
 * Moves committed outbox rows to the log in one transaction of the relay's own role, for all tenants. The lease row makes it
 * one mover at a time over all nodes, so positions appear in order.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxMover {

    private static final int BATCH = 5_000;

    /**
     * Rows are taken by where they lie: nobody else changes or deletes them while the lease is held, and a join would be planned
     * by statistics that say the table is empty, as it mostly is. They go tenant by tenant, as the key lies: order counts within
     * a tenant only.
     */
    static final String MOVE = "with taken as (delete from events.outbox where ctid = any (array("
            + "select ctid from events.outbox order by tenant_id, id limit " + BATCH + ")) returning *) "
            + "insert into events.event_log (tenant_id, position, id, type, aggregate_id, actor, correlation_id, "
            + "occurred_at, data) select tenant_id, ? + row_number() over (order by id), id, type, aggregate_id, actor, "
            + "correlation_id, occurred_at, data from taken returning tenant_id, position";

    @Resource(lookup = "java:jboss/datasources/DotMacRelayDS")
    private DataSource dataSource;

    /** @return the last position given to each tenant; empty if there was nothing, or another node is at it */
    public Map<UUID, Long> move() {
        try (Connection connection = dataSource.getConnection()) {
            Long last = lease(connection);
            return last == null ? Map.of() : move(connection, last);
        } catch (SQLException e) {
            throw new DatabaseException("The outbox could not be relayed", e);
        }
    }

    private static Long lease(Connection connection) throws SQLException {
        String sql = "select last_position from events.relay_lease for update skip locked";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : null;
        }
    }

    /** Ids are time-ordered within a JVM, so the events of one aggregate keep the order in which they were recorded. */
    private static Map<UUID, Long> move(Connection connection, long last) throws SQLException {
        Map<UUID, Long> positions = new HashMap<>();
        long highest = last;
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, last);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    positions.merge(row.getObject(1, UUID.class), row.getLong(2), Math::max);
                    highest = Math.max(highest, row.getLong(2));
                }
            }
        }
        if (highest > last) {
            try (PreparedStatement keep =
                    connection.prepareStatement("update events.relay_lease set last_position = ?")) {
                keep.setLong(1, highest);
                keep.executeUpdate();
            }
        }
        return positions;
    }
}
