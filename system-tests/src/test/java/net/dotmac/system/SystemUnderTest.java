package net.dotmac.system;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoGenerator;
import net.dotmac.devtools.demo.DemoPlan;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.launcher.Installation;
import net.dotmac.devtools.launcher.Ports;
import net.dotmac.devtools.launcher.Progress;
import net.dotmac.devtools.launcher.RunningSystem;
import net.dotmac.devtools.launcher.mail.MailCatcher;

/** The one system all tests of a run share: started by the first that asks, stopped when the JVM ends. */
public final class SystemUnderTest {

    /** Of both tenants together: enough for pages to have a second page. */
    public static final int CUSTOMERS = 160;

    /** The month the demo's data is made for; fixed, so that sums in tests are too. */
    public static final LocalDate TODAY = LocalDate.of(2027, 3, 20);

    private static SystemUnderTest shared;

    private final RunningSystem system;
    private final JsonObject credentials;
    private final MailCatcher mail;

    private SystemUnderTest(RunningSystem system, JsonObject credentials, MailCatcher mail) {
        this.system = system;
        this.credentials = credentials;
        this.mail = mail;
    }

    /** The shared system; starting it takes half a minute. */
    public static synchronized SystemUnderTest get() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static SystemUnderTest start() {
        Path project = Path.of(System.getProperty("dotmac.project", ".."))
                .toAbsolutePath()
                .normalize();
        Path var = project.resolve("system-tests/target/var");
        try {
            deleteTree(var);
            Installation installation = new Installation(project, var, Ports.free());
            DemoCredentials file = new DemoCredentials(var.resolve("demo/credentials.json"));
            RunningSystem system = RunningSystem.prepare(installation, new Progress(System.out));
            seed(system, file);
            Ports ports = installation.ports();
            MailCatcher mail = MailCatcher.start(var.resolve("demo/mail"), ports.smtp(), ports.mailPage());
            system.startServer(Map.of(
                    "DOTMAC_TEST_CLOCK_ENABLED",
                    "true",
                    "DOTMAC_SMTP_HOST",
                    "127.0.0.1",
                    "DOTMAC_SMTP_PORT",
                    String.valueOf(ports.smtp())));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                system.close();
                mail.close();
            }));
            return new SystemUnderTest(system, file.read(ports.http()), mail);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The system under test could not be prepared", e);
        }
    }

    private static void seed(RunningSystem system, DemoCredentials file) throws SQLException, IOException {
        try (Connection superuser = system.database().connect(system.databaseName(), "postgres")) {
            new DemoGenerator(DemoPlan.on(TODAY, CUSTOMERS)).write(superuser);
            file.make(superuser, system.installation().ports().http());
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    public RunningSystem system() {
        return system;
    }

    public JsonObject credentials() {
        return credentials;
    }

    /** What the system has mailed. */
    public MailCatcher mail() {
        return mail;
    }

    /** A REST client of this tenant with all permissions. */
    public RestClient client(DemoTenant tenant) {
        return RestClient.signedIn(system, tenant.slug() + ".demo", DemoCredentials.clientSecret(credentials, tenant));
    }

    /** A connection as one of the product's roles, or as {@code postgres}. */
    public Connection database(String role) throws SQLException {
        return system.database().connect(system.databaseName(), role);
    }
}
