package net.dotmac.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import net.dotmac.devtools.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A server starts on the schema of its own release, on no older and no newer one. */
class SchemaCheckTest {

    private static final String HISTORY = "flyway.flyway_schema_history";
    private static final String NEWEST = "(select max(installed_rank) from " + HISTORY + " where version is not null)";

    private final TestDatabase database = TestDatabase.shared();

    @Test
    void theSchemaOfThisReleaseIsKnown() throws SQLException {
        SchemaCheck check = new SchemaCheck(dataSource());
        assertFalse(check.isKnown());
        check.check();
        assertTrue(check.isKnown());
    }

    @Test
    void anOlderSchemaIsRefused() throws SQLException {
        change("create table flyway.kept as select * from " + HISTORY + " where installed_rank = " + NEWEST);
        change("delete from " + HISTORY + " where installed_rank = " + NEWEST);
        try {
            assertRefused("is pending");
        } finally {
            change("insert into " + HISTORY + " select * from flyway.kept");
            change("drop table flyway.kept");
        }
        theSchemaOfThisReleaseIsKnown();
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        change("insert into " + HISTORY
                + " (installed_rank, version, description, type, script, checksum, installed_by, "
                + "execution_time, success) values (999, '299901010000', 'of a later release', 'SQL', 'later.sql', 1, "
                + "'dotmac_owner', 1, true)");
        try {
            assertRefused("299901010000 of a later release is future");
        } finally {
            change("delete from " + HISTORY + " where installed_rank = 999");
        }
        theSchemaOfThisReleaseIsKnown();
    }

    @Test
    void aMigrationThatWasChangedAfterwardsIsRefused() throws SQLException {
        change("update " + HISTORY + " set checksum = checksum + 1 where installed_rank = " + NEWEST);
        try {
            assertRefused("was changed after it was applied");
        } finally {
            change("update " + HISTORY + " set checksum = checksum - 1 where installed_rank = " + NEWEST);
        }
        theSchemaOfThisReleaseIsKnown();
    }

    private void assertRefused(String why) throws SQLException {
        SchemaCheck check = new SchemaCheck(dataSource());
        String message = assertThrows(IllegalStateException.class, check::check).getMessage();
        assertTrue(message.contains(why), message);
        assertTrue(message.contains("Run the migrations"), message);
        assertFalse(check.isKnown());
    }

    /** As the application's own role, which may read the history and not write it. */
    private DataSource dataSource() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try (Connection connection = database.connect("dotmac_runtime")) {
            source.setUrl(connection.getMetaData().getURL());
        }
        source.setUser("dotmac_runtime");
        return source;
    }

    private void change(String sql) throws SQLException {
        try (Connection superuser = database.connect("postgres");
                Statement statement = superuser.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
