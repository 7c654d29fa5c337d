package net.dotmac.benchmarks;

import static net.dotmac.benchmarks.Report.number;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.dotmac.benchmarks.CpuMeter.Reading;
import net.dotmac.devtools.launcher.Progress;

/**
 * Customers with their billing accounts, and what they owe, from one CSV file each: checked, then checked anew and applied in one
 * transaction; beside a bare COPY of the rows that were written.
 */
final class ImportBenchmark {

    private static final int CUSTOMERS_BEFORE = 1_000;
    private static final int WARMING = 2_000;
    private static final Set<String> TABLES = Set.of(
            "customers.customer",
            "billing.billing_account",
            "billing.carried_document",
            "ledger.journal",
            "ledger.open_item");

    private final int rows;
    private final Path var;
    private final Report report;
    private final Progress progress;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ImportBenchmark(int rows, Path var, Report report, Progress progress) {
        this.rows = rows;
        this.var = var;
        this.report = report;
        this.progress = progress;
    }

    void run() throws SQLException, IOException {
        try (BenchSystem bench =
                        BenchSystem.start(var, CUSTOMERS_BEFORE, Map.of("DOTMAC_POLLER_ENABLED", "false"), progress);
                Connection superuser = bench.superuser()) {
            progress.step("Warming");
            bring(bench, superuser, "customers", customers("W", WARMING), WARMING);
            bring(bench, superuser, "openingBalances", balances("W", WARMING), WARMING);
            List<List<String>> table = new ArrayList<>();
            table.add(bring(bench, superuser, "customers", customers("B", rows), rows));
            table.add(bring(bench, superuser, "openingBalances", balances("B", rows), rows));
            report.heading("Import: " + rows + " rows in one file");
            report.table(List.of("kind", "s to check", "s to apply", "rows/s in all", "rows/CPU-s", "of COPY"), table);
            report.say(
                    "Sent zipped over REST, checked row by row; applied in one transaction after another check. COPY: the rows "
                            + "that were written, binary, into tables of the same definition and indexes without row-level security; "
                            + "PostgreSQL's CPU only.");
        }
    }

    private List<String> bring(BenchSystem bench, Connection superuser, String kind, byte[] file, int count)
            throws SQLException, IOException {
        progress.step("Bringing " + count + " rows of " + kind);
        RowCounter counter = new RowCounter(superuser);
        CpuMeter cpu = bench.cpu();
        Reading before = cpu.read();
        long began = System.nanoTime();
        JsonObject uploaded = send(bench, "/api/v1/imports?name=bench.zip&kind=" + kind, file, "application/zip");
        long checked = System.nanoTime();
        JsonObject applied =
                send(bench, "/api/v1/imports/" + uploaded.getString("id") + "/apply", new byte[0], "application/json");
        long ended = System.nanoTime();
        if (!applied.getString("state").equals("applied") || applied.getInt("rows") != count) {
            throw new IllegalStateException("Not applied: " + applied);
        }
        Reading used = cpu.read().since(before);
        List<RowCounter.Written> written = counter.written().stream()
                .filter(each -> TABLES.contains(each.table()))
                .toList();
        double copy = new CopyRival(superuser, cpu, var)
                .measure(written, counter.condition())
                .added();
        return List.of(
                kind,
                number((checked - began) / 1e9, 1),
                number((ended - checked) / 1e9, 1),
                number(count / ((ended - began) / 1e9), 0),
                number(count / used.seconds(), 0),
                number(copy / used.seconds(), 2));
    }

    private static byte[] customers(String prefix, int count) throws IOException {
        return zip(
                "number,kind,name,cycleDay,email,phone,street,postcode,city\n",
                i -> prefix + i + ",household,Vorname" + i + " Nachname" + i % 977 + "," + (1 + i % 28) + ",kunde"
                        + prefix + i + "@example.org,+49 30 " + (1_000_000 + i) + ",Hauptstraße " + i % 200
                        + ",10115,Berlin\n",
                count);
    }

    private static byte[] balances(String prefix, int count) throws IOException {
        return zip(
                "customer,document,date,dueDate,amount\n",
                i -> prefix + i + ",ALT-" + prefix + i + ",2027-02-01,2027-02-15," + (10 + i % 90) + ".90\n",
                count);
    }

    private static byte[] zip(String head, IntFunction<String> line, int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bench.csv"));
            zip.write(head.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < count; i++) {
                zip.write(line.apply(i).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private JsonObject send(BenchSystem bench, String path, byte[] body, String type) {
        HttpRequest request = HttpRequest.newBuilder(bench.system().http(path))
                .header("Authorization", "Bearer " + bench.api().token())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readObject();
            }
        } catch (IOException e) {
            throw new IllegalStateException("The application does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
