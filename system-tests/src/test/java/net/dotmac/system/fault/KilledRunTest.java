package net.dotmac.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoGenerator;
import net.dotmac.devtools.demo.DemoPlan;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.launcher.Installation;
import net.dotmac.devtools.launcher.Ports;
import net.dotmac.devtools.launcher.Progress;
import net.dotmac.devtools.launcher.RunningSystem;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server dies in the middle of a billing run, at a named point between staging and commit, and is started again; then its
 * database goes away for half a minute in the middle of the next. Each account has its documents once, the numbers have no gap,
 * the ledger balances.
 */
@Tag("fault")
class KilledRunTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 20);

    @TempDir
    Path var;

    @Test
    void aKilledRunIsCompletedExactlyOnce() throws Exception {
        Path project = Path.of(System.getProperty("dotmac.project", ".."))
                .toAbsolutePath()
                .normalize();
        Installation installation = new Installation(project, var, Ports.free());
        DemoCredentials file = new DemoCredentials(var.resolve("credentials.json"));
        DemoPlan plan = DemoPlan.on(TODAY, 120);
        try (RunningSystem system = RunningSystem.prepare(installation, new Progress(System.out))) {
            try (Connection superuser = system.database().connect(system.databaseName(), "postgres")) {
                new DemoGenerator(plan).write(superuser);
                file.make(superuser, installation.ports().http());
            }
            system.startServer(
                    Map.of("DOTMAC_TEST_CLOCK_ENABLED", "true", "DOTMAC_FAILPOINT", "billing.slice.inserted"));
            String secret =
                    DemoCredentials.clientSecret(file.read(installation.ports().http()), DemoTenant.ALPENNETZ);
            RestClient client = RestClient.signedIn(system, "alpennetz.demo", secret);
            String run = BillingRuns.start(client, plan.firstMonth().toString(), "issue");
            awaitDeath(system);
            assertEquals(0, count(system, "select count(*) from billing.invoice"), "nothing half done is left");

            system.startServer(Map.of("DOTMAC_TEST_CLOCK_ENABLED", "true"));
            client = RestClient.signedIn(system, "alpennetz.demo", secret);
            JsonObject finished = BillingRuns.await(client, run);

            assertEquals("finished", finished.getString("state"), finished.toString());
            long billed = finished.getJsonObject("counts").getInt("billed");
            assertTrue(billed > 0);
            assertEquals(billed, count(system, "select count(*) from billing.invoice"));
            assertEquals(
                    0,
                    count(
                            system,
                            "select count(*) from (select billing_account_id from billing.invoice "
                                    + "group by billing_account_id having count(*) > 1) twice"));
            assertEquals(
                    0,
                    count(
                            system,
                            "select max(sequence) - min(sequence) + 1 - count(*) from billing.invoice where kind = 'invoice'"),
                    "the numbers have no gap");
            assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
            new LostDatabase(system, client, plan.firstMonth().plusMonths(1).toString()).lose();
        }
    }

    private static void awaitDeath(RunningSystem system) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        while (system.server().isAlive() && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertTrue(!system.server().isAlive(), "the failpoint was not reached");
    }

    private static long count(RunningSystem system, String sql) throws SQLException {
        try (Connection superuser = system.database().connect(system.databaseName(), "postgres");
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
