package net.dotmac.networking.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.devtools.testing.TestDatabase;
import net.dotmac.kernel.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples have no row-level security: grants, one view and two functions stand in for it. */
class SampleStorageTest {

    private static final String INSERT =
            "insert into networking.interface_sample (tenant_id, interface_id, at, in_octets, oper_up) values ";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void partitionsAreMadeOnceForEachDay() throws SQLException {
        LocalDate first = LocalDate.of(2031, 5, 30);
        ingest("select networking.make_sample_partitions('" + first + "', 3)");
        ingest("select networking.make_sample_partitions('" + first + "', 3)");
        assertEquals(
                List.of("interface_sample_20310530", "interface_sample_20310531", "interface_sample_20310601"),
                partitions("interface_sample_20310%"));
        ingest(INSERT + "('" + Ids.next() + "', '" + Ids.next() + "', '2031-05-31 23:59:59.999+00', 1, true)");
        assertEquals(List.of("1"), query("postgres", "select count(*) from networking.interface_sample_20310531"));
    }

    @Test
    void aSampleWithoutADayIsRefused() {
        assertThrows(
                SQLException.class,
                () -> ingest(INSERT + "('" + Ids.next() + "', '" + Ids.next() + "', '1999-01-01 00:00+00', 1, true)"));
    }

    @Test
    void retentionDropsWholeOldDaysAndNoOthers() throws SQLException {
        LocalDate old = today.minusDays(20);
        ingest("select networking.make_sample_partitions('" + old + "', 2)");
        ingest("select networking.make_sample_partitions('" + today + "', 1)");
        assertEquals(
                List.of("1"),
                query("dotmac_ingest", "select networking.drop_sample_partitions('" + old.plusDays(1) + "')"));
        List<String> left = partitions("interface_sample_2%");
        assertTrue(left.contains(name(old.plusDays(1))), left.toString());
        assertTrue(left.contains(name(today)), left.toString());
        assertTrue(!left.contains(name(old)), left.toString());
    }

    @Test
    void theLastSevenDaysCanNotBeDropped() {
        SQLException refused = assertThrows(
                SQLException.class,
                () -> ingest("select networking.drop_sample_partitions('" + today.minusDays(6) + "')"));
        assertTrue(refused.getMessage().contains("seven days"), refused.getMessage());
    }

    @Test
    void theViewShowsTheTenantsSamplesAlone() throws SQLException {
        UUID own = Ids.next();
        UUID other = Ids.next();
        UUID shared = Ids.next();
        ingest("select networking.make_sample_partitions('" + today + "', 1)");
        ingest(INSERT + "('" + own + "', '" + shared + "', now(), 7, true), ('" + other + "', '" + shared
                + "', now(), 8, true)");
        String read = "select in_octets from networking.interface_traffic where interface_id = '" + shared + "'";
        assertEquals(List.of("7"), asTenant(own, read));
        assertEquals(List.of("8"), asTenant(other, read));
        assertThrows(SQLException.class, () -> query("dotmac_runtime", read), "no tenant is an error, no empty list");
    }

    /** A condition that reports what it sees would show the other's rows if it ran before the view's own. */
    @Test
    void aConditionSeesNoOthersRowsEither() throws SQLException {
        UUID own = Ids.next();
        UUID shared = Ids.next();
        ingest("select networking.make_sample_partitions('" + today + "', 1)");
        ingest(INSERT + "('" + own + "', '" + shared + "', now(), 7, true), ('" + Ids.next() + "', '" + shared
                + "', now(), 0, true)");
        assertEquals(
                List.of("1"),
                asTenant(
                        own,
                        "select count(*) from networking.interface_traffic where interface_id = '" + shared
                                + "' and 1 / in_octets >= 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from networking.interface_sample",
                "insert into networking.interface_sample (tenant_id) values (null)",
                "update networking.interface_sample set in_octets = 0",
                "delete from networking.interface_sample",
                "select networking.make_sample_partitions(current_date, 1)",
                "select networking.drop_sample_partitions('2000-01-01')",
                "select * from networking.device_address"
            })
    void theApplicationHasNoGrantBesideTheView(String sql) {
        assertRefused("dotmac_runtime", sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from networking.interface_sample",
                "update networking.interface_sample set in_octets = 0",
                "delete from networking.interface_sample",
                "drop table networking.interface_sample",
                "select * from networking.device"
            })
    void whoWritesSamplesMayDoNothingElse(String sql) {
        assertRefused("dotmac_ingest", sql);
    }

    private static void assertRefused(String role, String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> asTenant(role, Ids.next(), sql));
        assertEquals("42501", refused.getSQLState(), refused.getMessage());
    }

    private static String name(LocalDate day) {
        return "interface_sample_" + day.toString().replace("-", "");
    }

    private static List<String> partitions(String pattern) throws SQLException {
        return query(
                "postgres",
                "select c.relname from pg_class c join pg_inherits i on i.inhrelid = c.oid where i.inhparent = "
                        + "'networking.interface_sample'::regclass and c.relname like '" + pattern + "' order by 1");
    }

    private static void ingest(String sql) throws SQLException {
        query("dotmac_ingest", sql);
    }

    private static List<String> asTenant(UUID tenant, String sql) throws SQLException {
        return asTenant("dotmac_runtime", tenant, sql);
    }

    private static List<String> asTenant(String role, UUID tenant, String sql) throws SQLException {
        try (Connection connection = TestDatabase.shared().connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant_id', '" + tenant + "', false)");
            return rows(statement, sql);
        }
    }

    private static List<String> query(String role, String sql) throws SQLException {
        try (Connection connection = TestDatabase.shared().connect(role);
                Statement statement = connection.createStatement()) {
            return rows(statement, sql);
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        if (statement.execute(sql)) {
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows;
    }
}
