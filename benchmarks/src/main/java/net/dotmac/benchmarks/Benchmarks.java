package net.dotmac.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.dotmac.devtools.launcher.Progress;

/**
 * The command line behind {@code make bench}. Arguments name what to measure: {@code billing}, {@code import}, {@code killbill}, {@code polling},
 * {@code rest}, {@code usage}; none means all.
 */
public final class Benchmarks {

    private static final List<String> ALL = List.of("billing", "import", "killbill", "polling", "rest", "usage");

    private final Report report = new Report();
    private final Progress progress = new Progress(System.out);
    private final Path target = Path.of("target/bench");
    private final Map<String, String> environment;
    private final List<BillingBenchmark.Month> billed = new ArrayList<>();

    private Benchmarks(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.WARNING);
        Benchmarks benchmarks = new Benchmarks(System.getenv());
        List<String> wanted = arguments.length == 0 ? ALL : List.of(arguments);
        for (String name : wanted) {
            if (!ALL.contains(name)) {
                throw new IllegalArgumentException("Unknown benchmark " + name + ". There are: " + ALL);
            }
        }
        for (String name : wanted) {
            benchmarks.run(name);
            benchmarks.report.write(benchmarks.target.resolve("report.md"));
        }
        benchmarks.progress.step("Written to " + benchmarks.target.resolve("report.md"));
    }

    private void run(String name) throws SQLException, IOException, InterruptedException {
        Path var = target.resolve(name);
        switch (name) {
            case "billing" ->
                billed.addAll(new BillingBenchmark(
                                size("DOTMAC_BENCH_ACCOUNTS", 50_000),
                                size("DOTMAC_BENCH_MONTHS", 4),
                                var,
                                report,
                                progress)
                        .run());
            case "import" -> new ImportBenchmark(size("DOTMAC_BENCH_ROWS", 100_000), var, report, progress).run();
            case "killbill" -> {
                String kit = environment.getOrDefault("DOTMAC_BENCH_KILLBILL", "");
                new KillBillPeer(kit.isBlank() ? null : Path.of(kit), report, progress).run(billed);
            }
            case "polling" ->
                new PollingBenchmark(
                                size("DOTMAC_BENCH_DEVICES", 1_000),
                                size("DOTMAC_BENCH_INTERFACES", 10),
                                var,
                                report,
                                progress)
                        .run();
            case "usage" -> new UsageBenchmark(size("DOTMAC_BENCH_RECORDS", 200_000), var, report, progress).run();
            default -> new RestBenchmark(var, report, progress).run();
        }
    }

    private int size(String name, int usual) {
        String text = environment.getOrDefault(name, "");
        return text.isBlank() ? usual : Integer.parseInt(text.trim());
    }
}
