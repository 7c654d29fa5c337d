package net.dotmac.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server dies in the middle of a billing run, at a named point between staging and commit, and is started again; then its
 * database goes away for half a minute in the middle of the next, and is killed in the middle of the third. Each account has its documents once, the numbers have no gap,
 * the ledger balances.
 */
@Tag("fault")
class KilledRunTest {

    @TempDir
    Path var;

    @Test
    void aKilledRunIsCompletedExactlyOnce() throws Exception {
        try (MortalSystem system = new MortalSystem(var, 120)) {
            RestClient client = system.start("billing.slice.inserted", Map.of());
            String run = BillingRuns.start(client, system.plan().firstMonth().toString(), "issue");
            system.awaitDeath();
            assertEquals(0, system.count("select count(*) from billing.invoice"), "nothing half done is left");

            client = system.start(null, Map.of());
            JsonObject finished = BillingRuns.await(client, run);

            assertEquals("finished", finished.getString("state"), finished.toString());
            long billed = finished.getJsonObject("counts").getInt("billed");
            assertTrue(billed > 0);
            assertEquals(billed, system.count("select count(*) from billing.invoice"));
            assertEquals(
                    0,
                    system.count("select count(*) from (select billing_account_id from billing.invoice "
                            + "group by billing_account_id having count(*) > 1) twice"));
            assertEquals(
                    0,
                    system.count("select max(sequence) - min(sequence) + 1 - count(*) from billing.invoice "
                            + "where kind = 'invoice'"),
                    "the numbers have no gap");
            assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
            system.await("select count(*) from billing.invoice_delivery", billed);
            assertEquals(
                    0,
                    system.count("select count(*) from billing.invoice_delivery "
                            + "where state <> case when recipient is null then 'notSendable' else 'waiting' end"),
                    "without a mail server, mails wait");
            LocalDate month = system.plan().firstMonth();
            new LostDatabase(system.running(), client, month.plusMonths(1).toString()).lose();
            new LostDatabase(system.running(), client, month.plusMonths(2).toString()).kill();
        }
    }
}
