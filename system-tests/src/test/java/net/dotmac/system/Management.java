package net.dotmac.system;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dotmac.devtools.launcher.RunningSystem;
import net.dotmac.system.RestClient.Answer;

/** Health and metrics of a system, read as an operator's tools do. */
public final class Management {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final RunningSystem system;

    public Management(RunningSystem system) {
        this.system = system;
    }

    public Answer get(String path) {
        return RestClient.withToken(system, null)
                .get("http://127.0.0.1:" + system.installation().ports().management() + path);
    }

    /** The value of the first series with this name and, after a brace, this label; -1 if there is none. */
    public double metric(String series) {
        String[] parts = series.split("\\{");
        String label = parts.length > 1 ? "[^}]*" + Pattern.quote(parts[1]) : "";
        Matcher line = Pattern.compile("^" + parts[0] + "(\\{" + label + "[^}]*})? ([-0-9.E+]+)$", Pattern.MULTILINE)
                .matcher(get("/metrics").text());
        return line.find() ? Double.parseDouble(line.group(2)) : -1;
    }

    /**
     * One check of {@code /health/<what>}.
     *
     * @throws java.util.NoSuchElementException if there is none of this name
     */
    public Check check(String what, String name) {
        return get("/health/" + what).object().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("name").equals(name))
                .map(Check::new)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until it is so. */
    public void await(String what, Callable<Boolean> condition) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        while (!condition.call()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("in vain within " + LIMIT + ": " + what);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** A check as it is told. */
    public record Check(JsonObject told) {

        public String status() {
            return told.getString("status");
        }

        public long data(String key) {
            return told.getJsonObject("data").getJsonNumber(key).longValue();
        }

        public String text(String key) {
            return told.getJsonObject("data").get(key).toString();
        }
    }
}
