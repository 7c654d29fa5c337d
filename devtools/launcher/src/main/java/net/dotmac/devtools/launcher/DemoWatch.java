package net.dotmac.devtools.launcher;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import net.dotmac.devtools.demo.DemoTenant;

/** Waits for what the running demo does by itself, and tells what came of it. */
final class DemoWatch {

    private static final Duration FIRST_POLL = Duration.ofSeconds(60);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Duration MAILING = Duration.ofMinutes(15);
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final String UNPOLLED = "select count(*) from networking.device where status = 'unknown'";

    /** Documents of the past have a delivery, too: one that says they are too old to be mailed. */
    private static final String UNMAILED = "select count(*) from billing.invoice i where not exists (select 1 from "
            + "billing.invoice_delivery d where d.tenant_id = i.tenant_id and d.invoice_id = i.id "
            + "and d.state not in ('waiting', 'failed'))";

    private final RunningSystem system;
    private final Progress progress;

    DemoWatch(RunningSystem system, Progress progress) {
        this.system = system;
        this.progress = progress;
    }

    /** Waits until each device was asked often enough to know how it is, or a minute. */
    void awaitFirstPoll() {
        await("Polling the devices", UNPOLLED, FIRST_POLL);
    }

    /** Mails tell what is to be paid, so they go out before payments come in. */
    void awaitMails() {
        await("Mailing the invoices", UNMAILED, MAILING);
    }

    /** Waits until a device that was silent for a while is up again. */
    void awaitRecovery(String device) {
        await(
                "Waiting for " + device + " to come back",
                "select count(*) from networking.device where name = '" + device + "' and status <> 'up'",
                RECOVERY);
    }

    /** Waits until the count is 0, or as long as it may take; says every few seconds how much is left. */
    private void await(String what, String sql, Duration limit) {
        progress.step(what);
        Instant end = Instant.now().plus(limit);
        Instant tell = Instant.now().plus(TELL_EVERY);
        long left = count(sql);
        while (left > 0 && Instant.now().isBefore(end)) {
            if (Instant.now().isAfter(tell)) {
                progress.step(String.format(Locale.ROOT, "%s: %,d left", what, left));
                tell = Instant.now().plus(TELL_EVERY);
            }
            pause();
            left = count(sql);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while the demo was made.", e);
        }
    }

    void tellRun(DemoTenant tenant, JsonObject run, Duration took) {
        JsonObject counts = run.getJsonObject("counts");
        int billed = counts.getInt("billed");
        progress.say(String.format(
                Locale.ROOT,
                "  %-20s %,d invoices, %d exceptions, %,.0f invoices/s",
                tenant.legalName(),
                billed,
                counts.getInt("exceptions"),
                billed * 1000.0 / Math.max(1, took.toMillis())));
        for (JsonObject total : run.getJsonArray("totals").getValuesAs(JsonObject.class)) {
            progress.say(String.format(
                    "  %-20s net %s, tax %s, gross %s %s",
                    "",
                    total.getJsonObject("net").get("value"),
                    total.getJsonObject("tax").get("value"),
                    total.getJsonObject("gross").get("value"),
                    total.getString("currency")));
        }
    }

    void tellNetwork() {
        progress.say(String.format(
                Locale.ROOT,
                "  Network              %d devices up, %d down, %,d counters read",
                count("select count(*) from networking.device where status = 'up'"),
                count("select count(*) from networking.device where status = 'down'"),
                count("select 2 * count(*) from networking.interface_sample")));
    }

    private long count(String sql) {
        try (Connection superuser = system.database().connect(system.databaseName(), "postgres");
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new LaunchException("The demo could not be counted: " + e.getMessage(), e);
        }
    }
}
