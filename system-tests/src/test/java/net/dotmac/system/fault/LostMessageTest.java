package net.dotmac.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.launcher.mail.CaughtMail;
import net.dotmac.devtools.launcher.mail.MailCatcher;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.Management;
import net.dotmac.system.RestClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two invoices on their way to timeline and mailbox, in a server that dies twice: after the fact was committed and logged and
 * before anybody was told, and after the mail server took a mail and before that was noted. Each time the message broker's
 * journal is thrown away, with all its subscriptions. What is in the database happens once, and each mail arrives, the one in
 * question twice under the same id.
 */
@Tag("fault")
class LostMessageTest {

    private static final String LEASE_SECONDS = "5";

    @TempDir
    Path var;

    @Test
    void nothingIsLostAndNothingIsDoneTwice() throws Exception {
        try (MortalSystem system = new MortalSystem(var, 40);
                MailCatcher mail = MailCatcher.start(
                        var.resolve("mail"),
                        system.installation().ports().smtp(),
                        system.installation().ports().mailPage())) {
            RestClient client = system.start("events.relay.moved", mailing(system));
            BillingRuns.start(client, system.plan().firstMonth().toString(), "issue", twoAccounts(system));
            system.awaitDeath();
            assertEquals(2, system.count("select count(*) from billing.invoice"));
            assertEquals(
                    1,
                    system.count("select count(*) from events.event_log where type = 'billing.invoices.issued.v1'"),
                    "the fact is in the log");
            assertEquals(0, system.count("select count(*) from billing.invoice_delivery"), "nobody was told");

            loseMessages(system);
            system.start("billing.mail.accepted", mailing(system));
            system.awaitDeath();
            assertEquals(1, mail.store().newestFirst().size(), "the mail server took one mail");
            String doubled = mail.store().newestFirst().get(0).messageId();
            assertEquals(0, system.count("select count(*) from billing.invoice_delivery where state = 'sent'"));

            loseMessages(system);
            client = system.start(null, mailing(system));
            system.await("select count(*) from billing.invoice_delivery where state = 'sent'", 2);
            system.await(
                    "select count(*) from customers.timeline_entry where type like 'billing.invoice.delivered%'", 2);
            mailsAre(mail, doubled);
            everythingIsToldOnce(system);
            deliveriesAreShown(client, system);

            mail.close();
            aMailServerThatIsAwayIsToldOf(client, system);
        }
    }

    /** The node stays ready, and its health and metrics say what is the matter. */
    private static void aMailServerThatIsAwayIsToldOf(RestClient client, MortalSystem system) throws Exception {
        String invoice = system.rows("select id::text from billing.invoice order by id limit 1")
                .get(0);
        assertEquals(
                202,
                client.post("/api/v1/customer-bills/" + invoice + "/deliveries", "{}")
                        .status());
        system.await("select count(*) from billing.invoice_delivery where state = 'failed'", 1);
        Management management = new Management(system.running());
        management.await(
                "the backlog is told", () -> management.check("ready", "mail").data("waiting") == 1);
        assertEquals(200, management.get("/health/ready").status());
        assertEquals("UP", management.check("ready", "mail").status());
        assertEquals("false", management.check("ready", "mail").text("answers"));
        assertTrue(management.metric("dotmac_mails_failed_total") >= 1);
        assertEquals(1, management.metric("dotmac_mails_waiting"));
        assertTrue(management.metric("dotmac_mails_oldest_age_seconds") >= 0);
        assertTrue(management.metric("dotmac_mails_sent_total") >= 1);
    }

    /** A short lease: whoever has to wait for the dead server's lease to end is this test. */
    private static Map<String, String> mailing(MortalSystem system) {
        return Map.of(
                "DOTMAC_SMTP_HOST",
                "127.0.0.1",
                "DOTMAC_SMTP_PORT",
                String.valueOf(system.installation().ports().smtp()),
                "DOTMAC_MAIL_LEASE_SECONDS",
                LEASE_SECONDS);
    }

    private static String[] twoAccounts(MortalSystem system) throws Exception {
        List<String> ids = system.rows("select a.id::text from billing.billing_account a join customers.customer c "
                + "on c.tenant_id = a.tenant_id and c.id = a.customer_id where a.tenant_id = '"
                + DemoTenant.ALPENNETZ.id() + "' and a.next_bill_on = '"
                + system.plan().firstMonth()
                + "' and c.email is not null and c.street is not null order by a.number limit 2");
        assertEquals(2, ids.size());
        return ids.toArray(String[]::new);
    }

    private static void loseMessages(MortalSystem system) throws IOException {
        Path journal = system.installation().serverBase().resolve("data/activemq");
        assertTrue(Files.isDirectory(journal), "the broker keeps its journal at " + journal);
        try (Stream<Path> paths = Files.walk(journal)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        assertFalse(Files.exists(journal));
    }

    private static void mailsAre(MailCatcher mail, String doubled) {
        Map<String, Long> byId = mail.store().newestFirst().stream()
                .collect(Collectors.groupingBy(CaughtMail::messageId, Collectors.counting()));
        assertEquals(2, byId.size(), byId.toString());
        assertEquals(2, byId.get(doubled), byId.toString());
        assertEquals(3, mail.store().newestFirst().size(), byId.toString());
    }

    private static void everythingIsToldOnce(MortalSystem system) throws Exception {
        for (String type : List.of("billing.invoice.issued.v1", "billing.invoice.delivered.v1")) {
            assertEquals(
                    List.of("1", "1"),
                    system.rows("select count(*)::text from customers.timeline_entry where type = '" + type
                            + "' group by customer_id"),
                    type);
        }
        assertEquals(2, system.count("select count(*) from billing.invoice_delivery"));
        assertEquals(0, system.count("select count(*) from events.dead_letter"));
    }

    private static void deliveriesAreShown(RestClient client, MortalSystem system) throws Exception {
        for (String id : system.rows("select id::text from billing.invoice")) {
            var entries = client.get("/api/v1/customer-bills/" + id + "/deliveries")
                    .object()
                    .getJsonArray("entries");
            assertEquals(1, entries.size());
            assertEquals("sent", entries.getJsonObject(0).getString("state"));
        }
    }
}
