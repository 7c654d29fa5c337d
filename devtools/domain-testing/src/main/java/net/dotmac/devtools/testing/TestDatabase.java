package net.dotmac.devtools.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** An embedded PostgreSQL with the roles and every migration on the class path; one per JVM, gone with it. */
public final class TestDatabase {

    private static TestDatabase shared;

    private final EmbeddedPostgres postgres;

    private TestDatabase() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String role : new String[] {"dotmac_owner", "dotmac_runtime", "dotmac_relay", "dotmac_ingest"}) {
                statement.execute("create role " + role + " login nosuperuser nobypassrls");
            }
            statement.execute("grant create on database postgres to dotmac_owner");
            for (String extension : new String[] {"pg_trgm", "btree_gist", "pgcrypto"}) {
                statement.execute("create extension if not exists " + extension);
            }
        }
        Flyway.configure()
                .dataSource(url(), "dotmac_owner", "")
                .locations("classpath:db/migration")
                .defaultSchema("flyway")
                .createSchemas(true)
                .load()
                .migrate();
    }

    /** The database of this JVM, started at the first call. */
    public static synchronized TestDatabase shared() {
        if (shared == null) {
            try {
                shared = new TestDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return shared;
    }

    /** A new connection of its own as a role, e.g. {@code dotmac_runtime} or {@code postgres}. */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url() + "?user=" + role);
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }
}
