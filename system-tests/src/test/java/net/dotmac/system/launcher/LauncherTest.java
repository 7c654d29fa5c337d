package net.dotmac.system.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dotmac.devtools.launcher.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One small demo, made once and lived with in the order of a person's first hour. */
@Tag("smoke")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherTest {

    private static final System.Logger LOG = System.getLogger(LauncherTest.class.getName());
    private static final Path PROJECT =
            Path.of(System.getProperty("dotmac.project", "..")).toAbsolutePath().normalize();
    private static final Path VAR = PROJECT.resolve("system-tests/target/launcher");
    private static final Ports PORTS = Ports.free();
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** What a second run must find and not make again. */
    private static final List<String> MADE_ONCE = List.of(
            "billing.invoice",
            "billing.billing_run",
            "payments.payment",
            "services.product_order",
            "networking.device",
            "networking.site",
            "identity.app_user",
            "identity.api_client",
            "customers.customer",
            "platform.tenant");

    private static CommandLine launcher;
    private static CommandLine.Started running;

    @BeforeAll
    static void runForTheFirstTime() throws Exception {
        deleteTree(VAR);
        launcher = new CommandLine(PROJECT, VAR, settings());
        Instant start = Instant.now();
        running = launcher.start("run");
        running.awaitWords("Stop with Ctrl-C");
        tell("first run", start);
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("DOTMAC_DEMO_CUSTOMERS", "40");
        settings.put("DOTMAC_HTTP_PORT", String.valueOf(PORTS.http()));
        settings.put("DOTMAC_MANAGEMENT_PORT", String.valueOf(PORTS.management()));
        settings.put("DOTMAC_DB_PORT", String.valueOf(PORTS.database()));
        settings.put("DOTMAC_TRAP_PORT", String.valueOf(PORTS.trap()));
        settings.put("DOTMAC_SMTP_PORT", String.valueOf(PORTS.smtp()));
        settings.put("DOTMAC_MAIL_PAGE_PORT", String.valueOf(PORTS.mailPage()));
        settings.put("DOTMAC_SNMP_PORT", String.valueOf(PORTS.snmp()));
        return settings;
    }

    @AfterAll
    static void stopWhatIsLeft() throws Exception {
        launcher.run("stop");
    }

    private static void tell(String what, Instant start) {
        LOG.log(
                System.Logger.Level.INFO,
                "{0}: console usable after {1} s",
                what,
                Duration.between(start, Instant.now()).toSeconds());
    }

    @Test
    @Order(1)
    void theFirstRunTellsWhatAPersonWantsToKnow() throws Exception {
        String said = running.text();
        for (String expected : List.of(
                "invoices, 0 exceptions",
                "gross",
                "devices up, 1 down",
                "Ledger               balanced",
                "Console   http://127.0.0.1:" + PORTS.http() + "/console",
                "Sign in   provider alpennetz, user admin")) {
            assertTrue(said.contains(expected), expected + " is not in\n" + said);
        }
        assertFalse(said.contains("Exception in") || said.contains("WARN"), said);
        assertTrue(consoleAnswers());
    }

    @Test
    @Order(2)
    void aSecondLauncherInTheSameFolderIsToldWhoRuns() throws Exception {
        CommandLine.Started second = launcher.run("run");
        assertOneLine(second, "DotMac runs here already");
        assertTrue(running.process().isAlive());
    }

    @Test
    @Order(3)
    void aBusyPortIsNamedInOneLine() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = settings();
            for (String port : List.of("MANAGEMENT", "DB", "SMTP", "MAIL_PAGE")) {
                settings.put("DOTMAC_" + port + "_PORT", "1");
            }
            settings.put("DOTMAC_HTTP_PORT", String.valueOf(busy.getLocalPort()));
            CommandLine.Started refused =
                    new CommandLine(PROJECT, VAR.resolveSibling("launcher-refused"), settings).run("run");
            assertOneLine(refused, "Port " + busy.getLocalPort() + " is in use");
            assertTrue(refused.text().contains("DOTMAC_HTTP_PORT=<port> make run"), refused.text());
        }
    }

    private static void assertOneLine(CommandLine.Started refused, String expected) throws IOException {
        List<String> lines =
                refused.text().lines().filter(line -> !line.isBlank()).toList();
        assertEquals(1, lines.size(), refused.text());
        assertTrue(lines.get(0).startsWith(expected), refused.text());
        assertNotEquals(0, refused.process().exitValue());
    }

    @Test
    @Order(4)
    void aFaultRaisesAnAlarmWithinAMinuteAndHealingClearsIt() throws Exception {
        String open = "select count(*) from networking.alarm where cleared_at is null and probable_cause = "
                + "'deviceUnreachable' and alarmed_object = 'core-1.innsbruck'";
        assertEquals(0, count(open));
        assertEquals(0, launcher.run("demo-fault").process().exitValue());
        awaitCount(open, 1);
        assertEquals(0, launcher.run("demo-heal").process().exitValue());
        awaitCount(open, 0);
    }

    @Test
    @Order(5)
    void stopEndsAllProcessesAndASecondRunRepeatsNothing() throws Exception {
        awaitCount("select count(*) from events.outbox", 0);
        List<String> before = whatWasMade();
        assertStops();
        Instant start = Instant.now();
        running = launcher.start("run");
        running.awaitWords("Stop with Ctrl-C");
        assertTrue(consoleAnswers());
        tell("second run", start);
        assertEquals(before, whatWasMade());
        assertFalse(running.text().contains("billing"), running.text());
        assertStops();
    }

    private static void assertStops() throws Exception {
        CommandLine.Started stop = launcher.run("stop");
        assertEquals(0, stop.process().exitValue(), stop.text());
        running.awaitEnd();
        assertEquals(List.of(), launcher.processes());
        PORTS.requireFree();
        assertEquals("Nothing is running here.", launcher.run("stop").text().strip());
    }

    private static boolean consoleAnswers() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORTS.http() + "/console/"))
                .timeout(A_MINUTE)
                .build();
        HttpResponse<String> page = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        return page.statusCode() == 200 && page.body().contains("VAADIN");
    }

    /** Tables by count and a checksum of their ids, the passwords, and the mails by name. */
    private static List<String> whatWasMade() throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            for (String table : MADE_ONCE) {
                ResultSet row = statement.executeQuery(
                        "select count(*), md5(string_agg(id::text, ',' order by id)) from " + table);
                row.next();
                assertNotEquals(0, row.getLong(1), table);
                found.add(table + " " + row.getLong(1) + " " + row.getString(2));
            }
        }
        found.add(Files.readString(VAR.resolve("demo/credentials.json")));
        try (Stream<Path> mails = Files.list(VAR.resolve("demo/mail"))) {
            mails.map(String::valueOf).sorted().forEach(found::add);
        }
        return found;
    }

    private static long count(String sql) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void awaitCount(String sql, long expected) throws SQLException, InterruptedException {
        Instant limit = Instant.now().plus(A_MINUTE);
        while (count(sql) != expected && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertEquals(expected, count(sql), sql);
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + PORTS.database() + "/dotmac?user=postgres");
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
}
