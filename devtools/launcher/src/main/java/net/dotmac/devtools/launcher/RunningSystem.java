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
    private final ApplicationServer server;

    private RunningSystem(
            Installation installation, SecretsFile secrets, EmbeddedDatabase database, ApplicationServer server) {
        this.installation = installation;
        this.secrets = secrets;
        this.database = database;
        this.server = server;
    }

    /**
     * Starts everything and returns when the application answers.
     *
     * @param features settings beside those every installation needs, e.g. {@code DOTMAC_TEST_CLOCK_ENABLED=true}
     */
    public static RunningSystem start(Installation installation, Map<String, String> features, Progress progress) {
        installation.ports().requireFree();
        SecretsFile secrets = new SecretsFile(installation.secretsFile());
        progress.step("Starting PostgreSQL");
        EmbeddedDatabase database = EmbeddedDatabase.start(
                installation.databaseDirectory(), installation.ports().database(), secrets);
        try {
            progress.step("Migrating the database");
            database.prepare(DATABASE);
            Map<String, String> settings = new HashMap<>(settings(database, secrets));
            settings.put("DOTMAC_SMTP_PORT", String.valueOf(installation.ports().smtp()));
            settings.putAll(features);
            ApplicationServer server = new ApplicationServer(installation, settings);
            progress.step("Configuring WildFly");
            server.configure();
            server.deploy(installation.ear());
            progress.step("Starting WildFly with the application");
            startOrClose(server);
            return new RunningSystem(installation, secrets, database, server);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void startOrClose(ApplicationServer server) {
        try {
            server.start();
        } catch (RuntimeException e) {
            server.close();
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
            server.close();
        } finally {
            database.close();
        }
    }
}
