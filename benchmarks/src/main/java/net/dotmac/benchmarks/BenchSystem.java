package net.dotmac.benchmarks;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoGenerator;
import net.dotmac.devtools.demo.DemoPlan;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.launcher.ApiClient;
import net.dotmac.devtools.launcher.Installation;
import net.dotmac.devtools.launcher.Ports;
import net.dotmac.devtools.launcher.Progress;
import net.dotmac.devtools.launcher.RunningSystem;

/** A system of its own for one benchmark, on free ports, with a demo of the size asked for; deleted when it is closed. */
final class BenchSystem implements AutoCloseable {

    /** The day the data is made for; months before it can be billed. */
    static final LocalDate TODAY = LocalDate.of(2027, 3, 20);

    /** The tenant that is measured; seven of eight customers are his. */
    static final DemoTenant TENANT = DemoTenant.ALPENNETZ;

    private final Path var;
    private final RunningSystem system;
    private final JsonObject credentials;

    private BenchSystem(Path var, RunningSystem system, JsonObject credentials) {
        this.var = var;
        this.system = system;
        this.credentials = credentials;
    }

    /**
     * Starts a system.
     *
     * @param customers of the measured tenant; 20 to 800,000
     * @param settings beside the usual ones, as environment variables
     */
    static BenchSystem start(Path var, int customers, Map<String, String> settings, Progress progress) {
        deleteTree(var);
        Installation installation = new Installation(Path.of("").toAbsolutePath(), var.toAbsolutePath(), Ports.free());
        DemoCredentials file = new DemoCredentials(installation.var().resolve("demo/credentials.json"));
        RunningSystem system = RunningSystem.prepare(installation, progress);
        try (Connection superuser = system.database().connect(system.databaseName(), "postgres")) {
            progress.step("Making " + customers + " customers");
            new DemoGenerator(plan(customers)).write(superuser);
            file.make(superuser, installation.ports().http());
        } catch (SQLException | IOException e) {
            system.close();
            throw new IllegalStateException("The data could not be made", e);
        }
        Map<String, String> all = new HashMap<>(settings);
        all.put("DOTMAC_TEST_CLOCK_ENABLED", "true");
        all.put("DOTMAC_REST_REQUESTS_PER_SECOND", "1000000");
        // Ctrl-C must not leave servers behind.
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        system.startServer(all);
        try {
            return new BenchSystem(var, system, file.read(installation.ports().http()));
        } catch (IOException e) {
            system.close();
            throw new UncheckedIOException(e);
        }
    }

    private static DemoPlan plan(int customers) {
        return DemoPlan.on(TODAY, customers + customers / 7);
    }

    RunningSystem system() {
        return system;
    }

    ApiClient api() {
        return new ApiClient(system, TENANT.slug() + ".demo", DemoCredentials.clientSecret(credentials, TENANT));
    }

    /** A connection that row-level security does not bind. */
    Connection superuser() throws SQLException {
        return system.database().connect(system.databaseName(), "postgres");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    CpuMeter cpu() {
        return new CpuMeter(system.server().pid(), postmaster());
    }

    private long postmaster() {
        Path file = system.installation().databaseDirectory().resolve("postmaster.pid");
        try (Stream<String> lines = Files.lines(file)) {
            return Long.parseLong(lines.findFirst().orElseThrow().trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        system.close();
        deleteTree(var);
    }

    private static void deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
