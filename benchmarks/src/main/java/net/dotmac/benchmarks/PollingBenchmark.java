package net.dotmac.benchmarks;

import static net.dotmac.benchmarks.Report.number;

import jakarta.json.Json;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.dotmac.benchmarks.CpuMeter.Reading;
import net.dotmac.devtools.launcher.ApiClient;
import net.dotmac.devtools.launcher.Progress;
import net.dotmac.devtools.simulator.SimulatorMain;

/** Polls a thousand devices of ten interfaces and stores what they say, beside a bare loop with the same requests. */
final class PollingBenchmark {

    private static final String NETWORK = "127.60";
    private static final int POLL_SECONDS = 5;
    private static final int WARM_SECONDS = 30;
    private static final int SECONDS = 30;
    private static final int IDLE_SECONDS = 10;
    private static final int BURSTS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final int devices;
    private final int interfaces;
    private final Path var;
    private final Report report;
    private final Progress progress;

    PollingBenchmark(int devices, int interfaces, Path var, Report report, Progress progress) {
        this.devices = devices;
        this.interfaces = interfaces;
        this.var = var;
        this.report = report;
        this.progress = progress;
    }

    /** Devices polled and stored, in how many seconds, with which CPU. */
    private record Figures(double polled, double seconds, Reading cpu) {

        double microseconds() {
            return cpu.seconds() * 1e6 / polled;
        }
    }

    void run() throws SQLException, IOException, InterruptedException {
        int port = freeUdp();
        Files.createDirectories(var);
        Path ready = Files.createTempFile("simulator", ".port");
        Files.delete(ready);
        Process simulator = simulator(port, ready);
        try (BenchSystem bench = BenchSystem.start(var, 100, Map.of(), progress);
                Connection superuser = bench.superuser()) {
            Await.until("the devices answer", LIMIT, Duration.ofMillis(200), () -> Files.exists(ready));
            Reading idle = idle(bench);
            register(bench.api(), port);
            // What autovacuum does within a minute or two of so many new rows.
            bench.execute("analyze");
            progress.step(devices + " devices registered");
            TimeUnit.SECONDS.sleep(WARM_SECONDS);
            Profile profile = Profile.ofEnvironment(bench.system().server().pid());
            profile.start(superuser);
            Figures steady = steady(bench, superuser);
            profile.stop(superuser, "polling");
            Figures burst = burst(bench, superuser);
            bench.execute("update networking.device_poll set next_due_at = now() + interval '1 day'");
            tell(idle, steady, burst, loop(port));
        } finally {
            simulator.destroy();
            simulator.waitFor();
            Files.deleteIfExists(ready);
        }
    }

    private Process simulator(int port, Path ready) throws IOException {
        List<String> command = new ArrayList<>(ChildJvm.command(SimulatorMain.class));
        command.addAll(List.of(
                "devices=" + devices,
                "interfaces=" + interfaces,
                "port=" + port,
                "network=" + NETWORK,
                "controlFile=" + ready));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void register(ApiClient api, int port) {
        for (int n = 0; n < devices; n++) {
            api.post(
                    "/api/v1/devices",
                    Json.createObjectBuilder()
                            .add("name", "device-" + n)
                            .add("deviceClass", "router")
                            .add("address", NETWORK + "." + n / 250 + "." + (n % 250 + 1))
                            .add("snmpPort", port)
                            .add("snmpVersion", "2c")
                            .add("community", "public")
                            .add("pollSeconds", POLL_SECONDS)
                            .build());
        }
    }

    /** What a second costs in which nothing is asked: timers, relay, health. */
    private static Reading idle(BenchSystem bench) throws InterruptedException {
        CpuMeter cpu = bench.cpu();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        Reading before = cpu.read();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        Reading used = cpu.read().since(before);
        return new Reading(used.server() / IDLE_SECONDS, used.database() / IDLE_SECONDS);
    }

    private Figures steady(BenchSystem bench, Connection superuser) throws SQLException, InterruptedException {
        CpuMeter cpu = bench.cpu();
        long stored = samples(superuser);
        Instant start = Instant.now();
        Reading before = cpu.read();
        TimeUnit.SECONDS.sleep(SECONDS);
        Reading used = cpu.read().since(before);
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        return new Figures((samples(superuser) - stored) / (double) interfaces, seconds, used);
    }

    /** All devices due at the same moment, until all of them are stored; the mean of a few times. */
    private Figures burst(BenchSystem bench, Connection superuser) throws SQLException {
        double seconds = 0;
        Reading used = new Reading(0, 0);
        long expected = (long) devices * interfaces;
        for (int i = 0; i < BURSTS; i++) {
            bench.execute("update networking.device_poll set next_due_at = now() + interval '1 day'");
            awaitStill(superuser);
            long stored = samples(superuser);
            CpuMeter cpu = bench.cpu();
            Reading before = cpu.read();
            Instant start = Instant.now();
            bench.execute("update networking.device_poll set next_due_at = now(), last_polled_at = null");
            // Asked for often, so by what is cheap: to count the samples costs more than to store a device.
            Await.until("all devices have answered", LIMIT, Duration.ofMillis(50), () -> isPolled(superuser));
            Await.until(
                    "all devices are stored",
                    LIMIT,
                    Duration.ofMillis(200),
                    () -> samples(superuser) - stored >= expected);
            seconds += Duration.between(start, Instant.now()).toMillis() / 1000.0;
            Reading one = cpu.read().since(before);
            used = new Reading(used.server() + one.server(), used.database() + one.database());
        }
        return new Figures((double) devices * BURSTS, seconds, used);
    }

    private static boolean isPolled(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select not exists (select 1 from networking.device_poll where last_polled_at is null)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void awaitStill(Connection superuser) {
        long[] last = {-1};
        Await.until("nothing more is stored", LIMIT, Duration.ofSeconds(3), () -> {
            long now = samples(superuser);
            boolean still = now == last[0];
            last[0] = now;
            return still;
        });
    }

    private static long samples(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from networking.interface_sample")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Figures loop(int port) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ChildJvm.command(SnmpLoop.class));
        command.addAll(List.of(
                NETWORK, String.valueOf(port), String.valueOf(devices), String.valueOf(interfaces), "20", "20"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The bare loop failed: " + text);
        }
        String[] figures = text.substring(text.lastIndexOf('\n') + 1).split(" ");
        if (!figures[3].equals("0")) {
            report.say("The bare loop had " + figures[3] + " failures.");
        }
        return new Figures(
                Double.parseDouble(figures[0]),
                Double.parseDouble(figures[1]),
                new Reading(Double.parseDouble(figures[2]), 0));
    }

    private void tell(Reading idle, Figures steady, Figures burst, Figures loop) {
        report.heading("Polling: " + devices + " devices of " + interfaces + " interfaces");
        double idleEach = idle.seconds() * steady.seconds() * 1e6 / steady.polled();
        report.table(
                List.of("", "devices/s", "CPU-µs a device", "of it WildFly", "PostgreSQL", "multiple of bare loop"),
                List.of(
                        row("every " + POLL_SECONDS + " s, stored", steady, loop),
                        row("all due at once, stored", burst, loop),
                        row("bare SNMP4J loop, nothing stored", loop, loop)));
        report.say("An idle server takes " + number(idle.seconds() * 1e3, 1) + " CPU-ms a second, which is "
                + number(idleEach, 0) + " µs of the first line's. Devices are a process of their own.");
    }

    private static List<String> row(String name, Figures figures, Figures loop) {
        return List.of(
                name,
                number(figures.polled() / figures.seconds(), 0),
                number(figures.microseconds(), 0),
                number(figures.cpu().server() * 1e6 / figures.polled(), 0),
                number(figures.cpu().database() * 1e6 / figures.polled(), 0),
                number(figures.microseconds() / loop.microseconds(), 1));
    }

    private static int freeUdp() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
