package net.dotmac.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.dotmac.devtools.launcher.Progress;

/**
 * The command line behind {@code make bench}. Arguments name what to measure: {@code billing}, {@code polling}, {@code rest},
 * {@code killbill}; none means all.
 */
public final class Benchmarks {

    private static final List<String> ALL = List.of("billing", "killbill", "polling", "rest");
    private static final int ACCOUNTS = 50_000;
    private static final int MONTHS = 3;

    private Benchmarks() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        List<String> wanted = arguments.length == 0 ? ALL : List.of(arguments);
        Progress progress = new Progress(System.out);
        Report report = new Report();
        Path target = Path.of("target/bench");
        Map<String, String> environment = System.getenv();
        for (String name : wanted) {
            Path var = target.resolve(name);
            switch (name) {
                case "billing" ->
                    new BillingBenchmark(
                                    size(environment, "DOTMAC_BENCH_ACCOUNTS", ACCOUNTS),
                                    size(environment, "DOTMAC_BENCH_MONTHS", MONTHS),
                                    var,
                                    report,
                                    progress)
                            .run();
                default -> throw new IllegalArgumentException("Unknown benchmark " + name + ". There are: " + ALL);
            }
        }
        report.write(target.resolve("report.md"));
        progress.step("Written to " + target.resolve("report.md"));
    }

    private static int size(Map<String, String> environment, String name, int usual) {
        String text = environment.getOrDefault(name, "");
        return text.isBlank() ? usual : Integer.parseInt(text.trim());
    }
}
