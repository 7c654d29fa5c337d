package net.dotmac.events.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import net.dotmac.devtools.testing.DomainServer;
import org.junit.jupiter.api.Test;

/** The relay's statement moves what waits, oldest first, and its cost does not grow with what waits. */
class OutboxMoverTest {

    private static final DomainServer SERVER = new DomainServer();
    private static final int WAITING = 30_000;

    @Test
    void aFloodIsMovedInOrderWithoutReadingAllOfItEachTime() throws SQLException {
        try (Connection connection = SERVER.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table events.outbox set (autovacuum_enabled = false)");
            statement.execute(
                    "insert into events.outbox select '00000000-0000-7000-8000-000000000001', gen_random_uuid(), "
                            + "'test.facts.happened.v1', n::text, 'system', 'c', now(), '{}' from generate_series(1, "
                            + WAITING
                            + ") n");
            statement.execute("set role dotmac_relay");
            String plan = move(connection, "explain (costs off) ");
            assertFalse(plan.contains("Nested Loop") || plan.contains("Seq Scan"), plan);
            assertTrue(plan.contains("outbox_pkey"), plan);

            long moved = move(connection, "").lines().count();
            statement.execute("reset role");
            assertTrue(moved > 1 && moved < WAITING, () -> moved + " moved");
            assertEquals(moved, number(statement, "select count(*) from events.event_log"));
            assertEquals(WAITING - moved, number(statement, "select count(*) from events.outbox"));
            assertEquals(
                    1,
                    number(
                            statement,
                            "select ((select id from events.event_log order by id desc limit 1) "
                                    + "< (select id from events.outbox order by id limit 1))::int"));
            assertEquals(
                    0,
                    number(
                            statement,
                            "select count(*) from (select position - row_number() over (order by id) as shift "
                                    + "from events.event_log) l where shift <> 100"));
            connection.rollback();
        }
    }

    private static String move(Connection connection, String before) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (PreparedStatement statement = connection.prepareStatement(before + OutboxMover.MOVE)) {
            statement.setLong(1, 100);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.append(row.getString(1)).append('\n');
                }
            }
        }
        return rows.toString();
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
