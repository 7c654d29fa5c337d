package net.dotmac.devtools.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * An embedded PostgreSQL with the roles and the schema of the product. Durable: fsync and synchronous_commit are on, which
 * the embedding library would turn off.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The roles that log in, besides the superuser; docs/operating.md says what each may do. */
    static final List<String> ROLES = List.of("dotmac_owner", "dotmac_runtime", "dotmac_relay", "dotmac_ingest");

    private static final int DEATH_SECONDS = 20;

    private final Path dataDirectory;
    private final SecretsFile secrets;
    private EmbeddedPostgres postgres;

    private EmbeddedDatabase(Path dataDirectory, EmbeddedPostgres postgres, SecretsFile secrets) {
        this.dataDirectory = dataDirectory;
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** Starts the server on its data directory, which is made if it is not there. */
    public static EmbeddedDatabase start(Path dataDirectory, int port, SecretsFile secrets) {
        return new EmbeddedDatabase(dataDirectory, server(dataDirectory, port), secrets);
    }

    /** Starts the server again after {@link #close}, with the same data on the same port. */
    public void startAgain() {
        postgres = server(dataDirectory, postgres.getPort());
    }

    /**
     * Kills the server with all its processes: no checkpoint, no word to those connected. {@link #startAgain} has it recover.
     */
    public void kill() {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            ProcessHandle postmaster = ProcessHandle.of(pid)
                    .orElseThrow(() -> new LaunchException("PostgreSQL is not running any more: process " + pid, null));
            List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle each : all) {
                each.onExit().get(DEATH_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new LaunchException("PostgreSQL could not be killed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
        close();
    }

    private static EmbeddedPostgres server(Path dataDirectory, int port) {
        try {
            Files.createDirectories(dataDirectory);
            Path binaries = dataDirectory.resolveSibling("postgres-binaries");
            Files.createDirectories(binaries);
            return EmbeddedPostgres.builder()
                    .setDataDirectory(dataDirectory)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("work_mem", "16MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
        } catch (IOException e) {
            throw new LaunchException("PostgreSQL did not start on " + dataDirectory + ": " + e.getMessage(), e);
        }
    }

    /** Makes roles and database if they are not there, and runs the migrations that it does not have yet. */
    public void prepare(String database) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            createRoles(connection);
            createDatabase(connection, database);
        } catch (SQLException e) {
            throw new LaunchException("The database " + database + " could not be prepared: " + e.getMessage(), e);
        }
        extensions(database);
        Migrations.run(url(database), "dotmac_owner", secrets.password("dotmac_owner"));
    }

    /** The names are constants and the passwords base64, so neither can end its literal; roles take no parameters. */
    private void createRoles(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String role : ROLES) {
                statement.execute("do $$ begin if not exists (select 1 from pg_roles where rolname = '" + role
                        + "') then create role " + role + " login; end if; end $$");
                statement.execute("alter role " + role + " login nosuperuser nobypassrls password '"
                        + secrets.password(role) + "'");
            }
        }
    }

    /** Throws the database away and makes it anew, with the schema and nothing in it. Nobody may be connected to it. */
    public void recreate(String database) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database " + database);
        } catch (SQLException e) {
            throw new LaunchException("The database " + database + " could not be dropped: " + e.getMessage(), e);
        }
        prepare(database);
    }

    private static void createDatabase(Connection connection, String database) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            find.setString(1, database);
            try (ResultSet found = find.executeQuery();
                    Statement create = connection.createStatement()) {
                if (!found.next()) {
                    create.execute("create database " + database + " owner dotmac_owner");
                }
            }
        }
    }

    /** Makes a copy of a prepared database: quicker than migrating again. */
    public void copy(String template, String database) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database + " template " + template + " owner dotmac_owner");
        } catch (SQLException e) {
            throw new LaunchException("The database " + template + " could not be copied: " + e.getMessage(), e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    /** A connection as one of {@link #ROLES} or as the superuser {@code postgres}. */
    public Connection connect(String database, String role) throws SQLException {
        String url =
                url(database) + "?user=" + role + (ROLES.contains(role) ? "&password=" + secrets.password(role) : "");
        return DriverManager.getConnection(url);
    }

    public int port() {
        return postgres.getPort();
    }

    /** The one extension that takes a superuser; the others come with the migrations. */
    private void extensions(String database) {
        try (Connection connection = connect(database, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        } catch (SQLException e) {
            throw new LaunchException("The extension pg_stat_statements is missing: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new LaunchException("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }
}
