package net.dotmac.benchmarks;

import static net.dotmac.benchmarks.Report.number;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dotmac.benchmarks.CpuMeter.Reading;
import net.dotmac.devtools.launcher.ApiClient;
import net.dotmac.devtools.launcher.Progress;

/** Authenticated reads beside an echo that the same server answers. */
final class RestBenchmark {

    private static final int CUSTOMERS = 2_000;
    private static final int CONNECTIONS = 8;
    private static final long WARM_MILLIS = 10_000;
    private static final long MILLIS = 10_000;
    private static final String BILLS = "/tmf-api/customerBillManagement/v4/customerBill";
    private static final String CUSTOMER = "/tmf-api/customerManagement/v4/customer";

    private final Path var;
    private final Report report;
    private final Progress progress;

    RestBenchmark(Path var, Report report, Progress progress) {
        this.var = var;
        this.report = report;
        this.progress = progress;
    }

    /** What one path took: requests a second, CPU-microseconds of WildFly and of PostgreSQL a request. */
    private record Figures(double rate, double server, double database) {

        double cpu() {
            return server + database;
        }
    }

    void run() throws SQLException, IOException {
        try (BenchSystem bench =
                BenchSystem.start(var, CUSTOMERS, Map.of("DOTMAC_POLLER_ENABLED", "false"), progress)) {
            ApiClient api = bench.api();
            bill(api);
            EchoArchive.deploy(bench.system().installation().serverBase());
            Map<String, String> paths = new LinkedHashMap<>();
            paths.put("echo", EchoArchive.PATH);
            paths.put("one customer", CUSTOMER + "/" + first(api, CUSTOMER));
            paths.put("20 customers", CUSTOMER + "?limit=20");
            paths.put("one bill", BILLS + "/" + first(api, BILLS));
            // All are warmed before any is measured, so that none has the compiler's work on its account.
            paths.values().forEach(path -> load(bench, api, path, WARM_MILLIS));
            Map<String, Figures> figures = new LinkedHashMap<>();
            try (Connection superuser = bench.superuser()) {
                for (Map.Entry<String, String> path : paths.entrySet()) {
                    Profile profile =
                            Profile.ofEnvironment(bench.system().server().pid());
                    profile.start(superuser);
                    figures.put(path.getKey(), measure(bench, api, path.getValue()));
                    profile.stop(superuser, "rest-" + path.getKey().replace(' ', '-'));
                    progress.step(path.getKey() + ": "
                            + number(figures.get(path.getKey()).rate(), 0) + " requests/s");
                }
            }
            tell(figures);
        }
    }

    private static void bill(ApiClient api) {
        JsonObject run = api.post(
                "/api/v1/billing-runs",
                Json.createObjectBuilder()
                        .add("date", BenchSystem.TODAY.minusMonths(3).toString())
                        .add("mode", "issue")
                        .build());
        Await.until("the bills are made", Duration.ofMinutes(5), Duration.ofMillis(500), () -> !api.get(
                        run.getString("href"))
                .asJsonObject()
                .getString("state")
                .equals("running"));
    }

    private static String first(ApiClient api, String path) {
        return api.get(path + "?limit=1").asJsonArray().getJsonObject(0).getString("id");
    }

    private Figures measure(BenchSystem bench, ApiClient api, String path) {
        CpuMeter cpu = bench.cpu();
        Reading before = cpu.read();
        long requests = load(bench, api, path, MILLIS);
        Reading used = cpu.read().since(before);
        return new Figures(
                requests * 1000.0 / MILLIS, used.server() * 1e6 / requests, used.database() * 1e6 / requests);
    }

    private static long load(BenchSystem bench, ApiClient api, String path, long millis) {
        List<String> command = new ArrayList<>(ChildJvm.command(HttpLoad.class));
        command.addAll(List.of(
                String.valueOf(bench.system().installation().ports().http()),
                path,
                String.valueOf(CONNECTIONS),
                String.valueOf(millis)));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DOTMAC_BENCH_TOKEN", path.equals(EchoArchive.PATH) ? "" : api.token());
        try {
            Process process = builder.start();
            String[] counts = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ");
            if (process.waitFor() != 0 || !counts[1].equals("0")) {
                throw new IllegalStateException(path + " was not always answered: " + String.join(", ", counts));
            }
            return Long.parseLong(counts[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted: " + path, e);
        }
    }

    private void tell(Map<String, Figures> figures) {
        report.heading("REST: " + CONNECTIONS + " connections, kept alive");
        Figures echo = figures.get("echo");
        List<List<String>> rows = new ArrayList<>();
        figures.forEach((name, one) -> rows.add(List.of(
                name,
                number(one.rate(), 0),
                number(one.server(), 0),
                number(one.database(), 0),
                number(one.rate() / echo.rate(), 2),
                number(one.cpu() / echo.cpu(), 1))));
        report.table(
                List.of(
                        "request",
                        "requests/s",
                        "CPU-µs WildFly",
                        "CPU-µs PostgreSQL",
                        "rate as fraction of echo",
                        "CPU as multiple of echo"),
                rows);
        report.say(
                "The echo needs no token and reads nothing; the others verify one and read as one tenant under row-level "
                        + "security. The client is a process of its own on the same machine.");
    }
}
