package net.dotmac.benchmarks;

import static net.dotmac.benchmarks.Report.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dotmac.devtools.launcher.Progress;

/**
 * Measures Kill Bill on the same machine by a kit that is not part of this project: a directory with {@code run.sh} ({@code all}
 * fetches and starts it, {@code stop} stops it) and {@code bench.py N}, which bills N accounts month by month and prints a line a
 * month: {@code month 3: ... = 71.2 invoices/s ... cpu per invoice kb 13.4 ms pg 12.9 ms}.
 */
final class KillBillPeer {

    private static final Pattern MONTH = Pattern.compile(
            "month (\\d+): .*? = ([0-9.]+) invoices/s.*cpu per invoice kb ([0-9.]+) ms pg ([0-9.]+) ms.*");
    private static final int ACCOUNTS = 1_000;
    private static final int QUOTED_FROM = 3;

    private final Path kit;
    private final Report report;
    private final Progress progress;

    KillBillPeer(Path kit, Report report, Progress progress) {
        this.kit = kit;
        this.report = report;
        this.progress = progress;
    }

    /** @param cpu milliseconds an invoice */
    private record Month(int number, double rate, double cpu) {}

    /** @param ours months measured in the same run, or none */
    void run(List<BillingBenchmark.Month> ours) throws IOException {
        report.heading("Kill Bill: " + ACCOUNTS + " accounts");
        if (kit == null || !Files.exists(kit.resolve("run.sh"))) {
            report.say("Not measured: DOTMAC_BENCH_KILLBILL names no directory with run.sh and bench.py.");
            return;
        }
        List<Month> months = new ArrayList<>();
        try {
            command("bash", kit.resolve("run.sh").toString(), "all");
            for (String line : command("python3", kit.resolve("bench.py").toString(), String.valueOf(ACCOUNTS))) {
                Matcher matcher = MONTH.matcher(line);
                if (matcher.matches()) {
                    months.add(new Month(
                            Integer.parseInt(matcher.group(1)),
                            Double.parseDouble(matcher.group(2)),
                            Double.parseDouble(matcher.group(3)) + Double.parseDouble(matcher.group(4))));
                }
            }
        } finally {
            command("bash", kit.resolve("run.sh").toString(), "stop");
        }
        tell(months, ours);
    }

    private void tell(List<Month> months, List<BillingBenchmark.Month> ours) {
        report.table(
                List.of("month", "invoices/s", "CPU-ms an invoice"),
                months.stream()
                        .map(month -> List.of(
                                String.valueOf(month.number()), number(month.rate(), 1), number(month.cpu(), 1)))
                        .toList());
        months.stream()
                .filter(month -> month.number() >= QUOTED_FROM)
                .max((one, other) -> Double.compare(one.rate(), other.rate()))
                .filter(best -> !ours.isEmpty())
                .ifPresent(best -> {
                    BillingBenchmark.Month last = ours.get(ours.size() - 1);
                    double cpu = last.all().seconds() * 1000 / last.invoices();
                    report.say("DotMac's last month beside Kill Bill's best warm one: "
                            + number(last.rate() / best.rate(), 1) + " times the invoices/s, "
                            + number(best.cpu() / cpu, 1) + " times the invoices a CPU-second.");
                });
    }

    private List<String> command(String... command) throws IOException {
        progress.step(String.join(" ", command));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                progress.say("  " + line);
            }
            if (process.waitFor() != 0) {
                report.say("Failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        return lines;
    }
}
