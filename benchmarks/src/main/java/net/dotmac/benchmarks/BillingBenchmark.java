package net.dotmac.benchmarks;

import static net.dotmac.benchmarks.Report.number;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.dotmac.benchmarks.CpuMeter.Reading;
import net.dotmac.benchmarks.RowCounter.Written;
import net.dotmac.devtools.launcher.ApiClient;
import net.dotmac.devtools.launcher.Progress;

/**
 * Bills accounts of one and a half lines for several months, over the running system. CPU and rows are counted until everything has
 * come to rest, what consumers of the run's events make of them included.
 */
final class BillingBenchmark {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 15);
    private static final Duration RUN_LIMIT = Duration.ofMinutes(30);
    private static final Duration REST_LIMIT = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final String AT_REST = "select not exists (select 1 from events.outbox) and not exists ("
            + "select 1 from events.consumer_position p where p.position < "
            + "(select max(l.position) from events.event_log l where l.tenant_id = p.tenant_id))";

    private final int accounts;
    private final int months;
    private final Path var;
    private final Report report;
    private final Progress progress;

    BillingBenchmark(int accounts, int months, Path var, Report report, Progress progress) {
        this.accounts = accounts;
        this.months = months;
        this.var = var;
        this.report = report;
        this.progress = progress;
    }

    /**
     * One month.
     *
     * @param invoices documents issued
     * @param seconds from the request to the finished run
     * @param run CPU until the run was finished
     * @param all CPU until everything was at rest
     */
    record Month(
            LocalDate date,
            long invoices,
            double seconds,
            Reading run,
            Reading all,
            List<Written> rows,
            CopyRival.Cost copy) {

        double rate() {
            return invoices / seconds;
        }

        long added() {
            return rows.stream().mapToLong(Written::added).sum();
        }

        long written() {
            return rows.stream().mapToLong(Written::written).sum();
        }

        /** Added rows a CPU-second as a fraction of the rival's. */
        double ofCopy() {
            return copy.added() / all.seconds();
        }
    }

    List<Month> run() throws SQLException, IOException {
        List<Month> measured = new ArrayList<>();
        try (BenchSystem bench = BenchSystem.start(var, accounts, Map.of("DOTMAC_POLLER_ENABLED", "false"), progress);
                Connection superuser = bench.superuser()) {
            ApiClient api = bench.api();
            for (int month = 0; month < months; month++) {
                LocalDate date = FIRST.plusMonths(month);
                api.put(
                        "/api/v1/test-clock",
                        Json.createObjectBuilder()
                                .add(
                                        "businessTime",
                                        date.atTime(10, 0)
                                                .toInstant(ZoneOffset.UTC)
                                                .toString())
                                .build());
                measured.add(month(bench, superuser, api, date));
            }
        }
        tell(measured);
        return measured;
    }

    private Month month(BenchSystem bench, Connection superuser, ApiClient api, LocalDate date)
            throws SQLException, IOException {
        awaitRest(superuser);
        RowCounter counter = new RowCounter(superuser);
        bench.execute("checkpoint");
        Profile profile = Profile.ofEnvironment(bench.system().server().pid());
        profile.start(superuser);
        CpuMeter cpu = bench.cpu();
        Reading before = cpu.read();
        Instant start = Instant.now();
        JsonObject run = api.post(
                "/api/v1/billing-runs",
                Json.createObjectBuilder()
                        .add("date", date.toString())
                        .add("mode", "issue")
                        .build());
        String path = run.getString("href");
        Await.until("the run of " + date, RUN_LIMIT, BETWEEN, () -> !api.get(path)
                .asJsonObject()
                .getString("state")
                .equals("running"));
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        Reading during = cpu.read().since(before);
        awaitRest(superuser);
        Reading all = cpu.read().since(before);
        profile.stop(superuser, "billing-" + date);
        List<Written> rows = counter.written();
        CopyRival.Cost copy = new CopyRival(superuser, cpu, var).measure(rows, counter.condition());
        JsonObject finished = api.get(path).asJsonObject();
        Month month =
                new Month(date, finished.getJsonObject("counts").getInt("billed"), seconds, during, all, rows, copy);
        progress.step(date + ": " + finished.getString("state") + ", " + number(month.rate(), 0) + " invoices/s, "
                + number(month.ofCopy(), 2) + " of COPY");
        return month;
    }

    /** Waits until every event is in the log and every consumer has read it to its end. */
    private static void awaitRest(Connection superuser) {
        Await.until("consumers have caught up", REST_LIMIT, BETWEEN, () -> {
            try (Statement statement = superuser.createStatement();
                    ResultSet row = statement.executeQuery(AT_REST)) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    private void tell(List<Month> measured) {
        report.heading("Billing run: " + accounts + " accounts");
        List<List<String>> rows = new ArrayList<>();
        for (Month month : measured) {
            double each = 1000.0 / Math.max(1, month.invoices());
            rows.add(List.of(
                    month.date().toString(),
                    number(month.invoices(), 0),
                    number(month.seconds(), 1),
                    number(month.rate(), 0),
                    number(month.run().server() * each, 2),
                    number(month.run().database() * each, 2),
                    number(month.all().seconds() * each, 2),
                    number((double) month.added() / month.invoices(), 1),
                    number((double) month.written() / month.invoices(), 1),
                    number(month.added() / month.all().seconds(), 0),
                    number(month.ofCopy(), 2),
                    number(month.copy().written() / month.all().seconds(), 2)));
        }
        report.table(
                List.of(
                        "month",
                        "invoices",
                        "s",
                        "invoices/s",
                        "CPU-ms WildFly",
                        "CPU-ms PostgreSQL",
                        "CPU-ms at rest",
                        "rows added",
                        "added or changed",
                        "rows/CPU-s",
                        "of COPY",
                        "of COPY, changed too"),
                rows);
        report.say(
                "CPU and rows are for an invoice. The first two CPU columns end with the run; \"at rest\" and all that "
                        + "follows it includes what consumers did afterwards. COPY: the same rows, binary, into tables of the same "
                        + "definition and indexes without row-level security; PostgreSQL's CPU only.");
        Month last = measured.get(measured.size() - 1);
        report.say("");
        report.say("Rows of the last month: "
                + String.join(
                        ", ",
                        last.rows().stream()
                                .map(row -> row.table() + " " + row.added()
                                        + (row.written() > row.added() ? " (" + row.written() + " written)" : ""))
                                .toList()));
    }
}
