package net.dotmac.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tables of figures, shown as they come and kept as Markdown. */
final class Report {

    private final List<String> lines = new ArrayList<>();

    void heading(String text) {
        add("");
        add("## " + text);
        add("");
    }

    void say(String text) {
        add(text);
    }

    /** @param header the first row */
    void table(List<String> header, List<List<String>> rows) {
        add("| " + String.join(" | ", header) + " |");
        add("|" + "---|".repeat(header.size()));
        rows.forEach(row -> add("| " + String.join(" | ", row) + " |"));
        add("");
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private void add(String line) {
        lines.add(line);
        System.out.println(line);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }
}
