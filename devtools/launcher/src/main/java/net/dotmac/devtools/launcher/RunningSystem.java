package net.dotmac.devtools.launcher;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Database and server of one installation, started together and stopped in reverse. */
public final class RunningSystem implements AutoCloseable {

    private static final String DATABASE = "dotmac";

    private final Installation installation;
    private final SecretsFile secrets;
    private final EmbeddedDatabase database;
    private final Progress progress;
    private ApplicationServer server;

    private RunningSystem(
            Installation installation, SecretsFile secrets, EmbeddedDatabase database, Progress progress) {
        this.installation = installation;
        this.secrets = secrets;
        this.database = database;
        this.progress = progress;
    }

    /** Starts the database and brings its schema up to date; the server is not started yet. */
    public static RunningSystem prepare(Installation installation, Progress progress) {
        installation.ports().requireFree();
        SecretsFile secrets = new SecretsFile(installation.secretsFile());
        progress.step("Starting PostgreSQL");
        EmbeddedDatabase database = EmbeddedDatabase.start(
                installation.databaseDirectory(), installation.ports().database(), secrets);
        try {
            progress.step("Migrating the database");
            database.prepare(DATABASE);
            return new RunningSystem(installation, secrets, database, progress);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Starts the server and returns when the application answers; if it does not, everything is stopped again.
     *
     * @param features settings beside those every installation needs, e.g. {@code DOTMAC_TEST_CLOCK_ENABLED=true}
     */
    public void startServer(Map<String, String> features) {
        Map<String, String> settings = new HashMap<>(settings(database, secrets));
        settings.putAll(features);
        server = new ApplicationServer(installation, settings);
        try {
            progress.step("Configuring WildFly");
            server.configure();
            server.deploy(installation.ear());
            progress.step("Starting WildFly with the application");
            server.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Map<String, String> settings(EmbeddedDatabase database, SecretsFile secrets) {
        return Map.of(
                "DOTMAC_DB_URL", database.url(DATABASE),
                "DOTMAC_DB_PASSWORD", secrets.password("dotmac_runtime"),
                "DOTMAC_DB_RELAY_PASSWORD", secrets.password("dotmac_relay"),
                "DOTMAC_DB_INGEST_PASSWORD", secrets.password("dotmac_ingest"),
                "DOTMAC_MASTER_KEY", secrets.key("master-key"));
    }

    public Installation installation() {
        return installation;
    }

    public SecretsFile secrets() {
        return secrets;
    }

    public EmbeddedDatabase database() {
        return database;
    }

    /** Name of the application's database in {@link #database()}. */
    public String databaseName() {
        return DATABASE;
    }

    public ApplicationServer server() {
        return server;
    }

    public URI http(String path) {
        return URI.create("http://127.0.0.1:" + installation.ports().http() + path);
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            database.close();
        }
    }
}
