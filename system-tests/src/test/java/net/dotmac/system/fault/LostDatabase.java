package net.dotmac.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.dotmac.devtools.launcher.RunningSystem;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;

/** Takes the database away while a billing run is at it, and looks at everybody who needed it. */
final class LostDatabase {

    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final String CUSTOMERS = "/tmf-api/customerManagement/v4/customer?limit=1";

    private final RunningSystem system;
    private final RestClient client;
    private final String month;

    LostDatabase(RunningSystem system, RestClient client, String month) {
        this.system = system;
        this.client = client;
        this.month = month;
    }

    /** Stops it for half a minute. */
    void lose() throws SQLException {
        String run = startAndHold(() -> system.database().close());
        Instant gone = Instant.now();
        Instant back = gone.plus(AWAY);
        int asked = 0;
        while (Instant.now().isBefore(back)) {
            assertUnavailable();
            assertEquals(503, ready().status(), "the node is not ready without its database");
            asked++;
        }
        assertTrue(asked >= 3, "requests were refused " + asked + " times");
        recovers(run);
    }

    /** Kills it in the middle of its work and starts it again at once. */
    void kill() throws SQLException {
        String run = startAndHold(() -> system.database().kill());
        recovers(run);
    }

    private void recovers(String run) throws SQLException {
        system.database().startAgain();
        await("requests are answered again", () -> client.get(CUSTOMERS).status() < 300);
        await("the node is ready again", () -> ready().status() == 200);
        JsonObject finished = BillingRuns.await(client, run);
        assertEquals("finished", finished.getString("state"), finished.toString());
        assertTrue(finished.getJsonObject("counts").getInt("billed") > 0, finished.toString());
        assertEquals(
                0,
                count("select count(*) from (select 1 from billing.invoice group by tenant_id, billing_account_id, "
                        + "cycle_date having count(*) > 1) twice"));
        assertEquals(
                0,
                count(
                        "select max(sequence) - min(sequence) + 1 - count(*) from billing.invoice where kind = 'invoice'"),
                "the numbers have no gap");
        assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
    }

    /** Starts a run, holds it in the middle of its slice by the lock it needs for numbers, and takes the database away. */
    private String startAndHold(Runnable takeAway) throws SQLException {
        try (Connection holder = system.database().connect(system.databaseName(), "postgres");
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table billing.number_series in access exclusive mode");
            String run = BillingRuns.start(client, month, "issue");
            await("the run waits for its numbers", () -> isWaiting(statement));
            takeAway.run();
            return run;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("08")) {
                throw new IllegalStateException("the database went away too early", e);
            }
            throw e;
        }
    }

    private static boolean isWaiting(Statement statement) {
        try (ResultSet row = statement.executeQuery(
                "select count(*) from pg_stat_activity where application_name = 'dotmac' and wait_event_type = 'Lock'")) {
            row.next();
            return row.getLong(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertUnavailable() {
        Instant asked = Instant.now();
        Answer answer = client.get(CUSTOMERS);
        Duration taken = Duration.between(asked, Instant.now());
        assertEquals(503, answer.status(), answer.toString());
        assertTrue(taken.compareTo(PATIENCE) <= 0, "refused only after " + taken);
        assertEquals("temporarily-unavailable", answer.object().getString("code"));
    }

    private Answer ready() {
        return RestClient.withToken(system, null)
                .get("http://127.0.0.1:" + system.installation().ports().management() + "/health/ready");
    }

    private static void await(String what, BooleanSupplier isSo) {
        Instant limit = Instant.now().plus(RECOVERY);
        while (!isSo.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("in vain within " + RECOVERY + ": " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection superuser = system.database().connect(system.databaseName(), "postgres");
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
