package net.dotmac.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoGenerator;
import net.dotmac.devtools.demo.DemoPlan;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.launcher.Installation;
import net.dotmac.devtools.launcher.Ports;
import net.dotmac.devtools.launcher.Progress;
import net.dotmac.devtools.launcher.RunningSystem;
import net.dotmac.system.RestClient;

/** A system of a test's own whose server dies and is started again on the same data. */
final class MortalSystem implements AutoCloseable {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 20);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final RunningSystem system;
    private final DemoPlan plan;
    private final String secret;

    /** Prepares database and demo; the server is not started yet. */
    MortalSystem(Path var, int customers) throws Exception {
        Path project = Path.of(System.getProperty("dotmac.project", ".."))
                .toAbsolutePath()
                .normalize();
        Installation installation = new Installation(project, var, Ports.free());
        plan = DemoPlan.on(TODAY, customers);
        system = RunningSystem.prepare(installation, new Progress(System.out));
        DemoCredentials file = new DemoCredentials(var.resolve("credentials.json"));
        try (Connection superuser = superuser()) {
            new DemoGenerator(plan).write(superuser);
            file.make(superuser, installation.ports().http());
        }
        secret = DemoCredentials.clientSecret(file.read(installation.ports().http()), DemoTenant.ALPENNETZ);
    }

    DemoPlan plan() {
        return plan;
    }

    RunningSystem running() {
        return system;
    }

    Installation installation() {
        return system.installation();
    }

    /** @param failpoint where the server is to die, or null */
    RestClient start(String failpoint, Map<String, String> features) {
        Map<String, String> settings = new HashMap<>(features);
        settings.put("DOTMAC_TEST_CLOCK_ENABLED", "true");
        settings.put("DOTMAC_FAILPOINT", failpoint == null ? "" : failpoint);
        system.startServer(settings);
        return RestClient.signedIn(system, DemoTenant.ALPENNETZ.slug() + ".demo", secret);
    }

    void awaitDeath() throws InterruptedException {
        Instant limit = Instant.now().plus(LIMIT);
        while (system.server().isAlive() && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertTrue(!system.server().isAlive(), "the failpoint was not reached");
    }

    /** Waits until the first column of a row is this number. */
    void await(String sql, long expected) throws SQLException, InterruptedException {
        Instant limit = Instant.now().plus(LIMIT);
        while (count(sql) < expected && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertEquals(expected, count(sql), sql);
    }

    /** The first column of a row, as the superuser. */
    long count(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0));
    }

    /** The first column of all rows, as the superuser. */
    List<String> rows(String sql) throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private Connection superuser() throws SQLException {
        return system.database().connect(system.databaseName(), "postgres");
    }

    @Override
    public void close() {
        system.close();
    }
}
