package net.dotmac.benchmarks;

import static net.dotmac.benchmarks.Report.number;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import java.util.concurrent.CompletableFuture;
import net.dotmac.benchmarks.CpuMeter.Reading;
import net.dotmac.devtools.launcher.ApiClient;
import net.dotmac.devtools.launcher.Progress;

/**
 * Usage records in bulk, by line over two connections, a tenth of them sent before, beside a bare COPY of the rows that were kept; and
 * the preview that rates them.
 */
final class UsageBenchmark {

    private static final int CUSTOMERS = 2_000;
    private static final int AT_ONCE = 10_000;
    private static final int CONNECTIONS = 2;
    private static final int KNOWN_EACH = 10;

    private final int records;
    private final Path var;
    private final Report report;
    private final Progress progress;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    UsageBenchmark(int records, Path var, Report report, Progress progress) {
        this.records = records;
        this.var = var;
        this.report = report;
        this.progress = progress;
    }

    void run() throws SQLException, IOException {
        try (BenchSystem bench = BenchSystem.start(var, CUSTOMERS, Map.of("DOTMAC_POLLER_ENABLED", "false"), progress);
                Connection superuser = bench.superuser()) {
            ApiClient api = bench.api();
            List<String> products = products(superuser);
            Instant now =
                    Instant.parse(api.get("/api/v1/test-clock").asJsonObject().getString("businessTime"));
            progress.step("Warming");
            send(bench, deliveries("warm", products, now));
            RowCounter counter = new RowCounter(superuser);
            CpuMeter cpu = bench.cpu();
            List<String> deliveries = deliveries("bench", products, now);
            progress.step("Sending " + records + " records");
            Reading before = cpu.read();
            long began = System.nanoTime();
            send(bench, deliveries);
            double intake = (System.nanoTime() - began) / 1e9;
            Reading used = cpu.read().since(before);
            List<RowCounter.Written> written = counter.written().stream()
                    .filter(each -> each.table().equals("usage.usage_record"))
                    .toList();
            progress.step("Rating " + written.get(0).added() + " of them");
            double rating = preview(api, now);
            double copy = new CopyRival(superuser, cpu, var)
                    .measure(written, counter.condition())
                    .added();
            tell(intake, rating, used, written.get(0).added() / copy);
        }
    }

    private static List<String> products(Connection superuser) throws SQLException {
        List<String> products = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select i.product_id::text from services.subscription_item i "
                        + "join platform.tenant t on t.id = i.tenant_id where i.price_type = 'usage' and t.slug = '"
                        + BenchSystem.TENANT.slug() + "' order by 1")) {
            while (row.next()) {
                products.add(row.getString(1));
            }
        }
        return products;
    }

    /** Each of ten records repeats the one before it. */
    private List<String> deliveries(String source, List<String> products, Instant now) {
        List<String> deliveries = new ArrayList<>();
        for (int from = 0; from < records; from += AT_ONCE) {
            StringBuilder lines = new StringBuilder();
            for (int i = from; i < Math.min(records, from + AT_ONCE); i++) {
                int id = i % KNOWN_EACH == KNOWN_EACH - 1 ? i - 1 : i;
                lines.append("{\"source\":\"")
                        .append(source)
                        .append("\",\"sourceId\":\"r")
                        .append(id);
                lines.append("\",\"productId\":\"").append(products.get(id % products.size()));
                lines.append("\",\"unitOfMeasure\":\"GB\",\"quantity\":0.00").append(id % 1000);
                lines.append(",\"usedAt\":\"")
                        .append(now.minusSeconds(30L * id % 2_592_000))
                        .append("\"}\n");
            }
            deliveries.add(lines.toString());
        }
        return deliveries;
    }

    private void send(BenchSystem bench, List<String> deliveries) {
        String token = bench.api().token();
        URI address = bench.system().http("/api/v1/usage-records");
        List<CompletableFuture<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < CONNECTIONS; lane++) {
            int first = lane;
            lanes.add(CompletableFuture.runAsync(() -> {
                for (int i = first; i < deliveries.size(); i += CONNECTIONS) {
                    deliver(address, token, deliveries.get(i));
                }
            }));
        }
        lanes.forEach(CompletableFuture::join);
    }

    private void deliver(URI address, String token, String lines) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 201 || !response.body().contains("\"refused\":0")) {
                throw new IllegalStateException("Not taken: " + response.statusCode() + " "
                        + response.body()
                                .substring(0, Math.min(500, response.body().length())));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The application does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Seconds until a preview has rated all that is open. */
    private static double preview(ApiClient api, Instant now) {
        long began = System.nanoTime();
        JsonObject run = api.post(
                "/api/v1/billing-runs",
                Json.createObjectBuilder()
                        .add("date", now.toString().substring(0, 10))
                        .add("mode", "preview")
                        .build());
        Await.until("the preview is made", Duration.ofMinutes(5), Duration.ofMillis(100), () -> !api.get(
                        run.getString("href"))
                .asJsonObject()
                .getString("state")
                .equals("running"));
        return (System.nanoTime() - began) / 1e9;
    }

    private void tell(double intake, double rating, Reading used, double copied) {
        report.heading("Usage: " + records + " records in bulk");
        report.table(
                List.of("records/s taken", "s to rate them", "records/s taken and rated", "records/CPU-s", "of COPY"),
                List.of(List.of(
                        number(records / intake, 0),
                        number(rating, 1),
                        number(records / (intake + rating), 0),
                        number(records / used.seconds(), 0),
                        number(records / used.seconds() / copied, 2))));
        report.say(
                "Sent as JSON by the line, 10,000 at once over two connections, a tenth of them a second time, each told its "
                        + "outcome. Rated by the preview of a run over " + CUSTOMERS
                        + " customers. COPY: the rows that were "
                        + "kept, binary, into a table of the same definition and indexes without row-level security; PostgreSQL's "
                        + "CPU only.");
    }
}
