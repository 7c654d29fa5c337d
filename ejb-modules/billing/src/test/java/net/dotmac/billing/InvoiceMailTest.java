package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.events.Event;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents on their way to a mail server that speaks SMTP, is away, refuses, or is forgotten to be noted. */
class InvoiceMailTest {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final BillingWorld world = new BillingWorld();
    private final DomainServer server = BillingWorld.outer();
    private GreenMail mailServer;
    private InvoiceDeliveryService deliveries;
    private InvoiceMailConsumer consumer;
    private InvoiceMailRound round;

    @BeforeEach
    void startMailServer() {
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        useMailServer(mailServer.getSmtp().getPort());
    }

    private void useMailServer(int port) {
        MailSettings settings = new MailSettings(
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of("billing@nordlicht.example"),
                Optional.empty(),
                20,
                Duration.ofDays(31),
                LEASE,
                Duration.ofHours(24));
        server.bind(MailSettings.class, settings);
        server.bind(MailServer.class, new MailServer(session(port), settings, BillingWorld.SYSTEM_CLOCK));
        server.bind(InvoiceMailService.class, fresh(InTransactions.class));
        deliveries = fresh(InvoiceDeliveryService.class);
        consumer = fresh(InvoiceMailConsumer.class);
        round = fresh(InvoiceMailRound.class);
    }

    /** Made anew, so that it has this test's mail server. */
    private <T> T fresh(Class<T> type) {
        return server.renew(type);
    }

    private static Session session(int port) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.connectiontimeout", "2000");
        properties.setProperty("mail.smtp.timeout", "2000");
        return Session.getInstance(properties);
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    /** The service as the container runs it: each call in a transaction of its own. */
    static class InTransactions extends InvoiceMailService {

        private static <T> T own(Callable<T> work) {
            return BillingWorld.outer().call(CallContext.current().tenantId(), work);
        }

        @Override
        public List<ClaimedDelivery> claim(int atMost) {
            return own(() -> super.claim(atMost));
        }

        @Override
        public Prepared prepare(UUID invoiceId) {
            return own(() -> super.prepare(invoiceId));
        }

        @Override
        public void sent(ClaimedDelivery delivery) {
            own(() -> {
                super.sent(delivery);
                return true;
            });
        }

        @Override
        public void failed(ClaimedDelivery delivery, String reason, boolean isFinal) {
            own(() -> {
                super.failed(delivery, reason, isFinal);
                return true;
            });
        }
    }

    @Test
    void aDocumentIsMailedOnceWithItsFileInTheBuyersLanguage() throws Exception {
        InvoiceDetails invoice = invoice("41.67");
        queue(invoice);
        queue(invoice);
        assertEquals(1, send());
        assertEquals(0, send());
        assertEquals(1, mailServer.getReceivedMessages().length);
        MimeMessage mail = mailServer.getReceivedMessages()[0];
        assertEquals("Rechnung INV-00000001 von Nordlicht Netz GmbH", mail.getSubject());
        assertEquals("<" + invoice.id() + "@nordlicht.example>", mail.getMessageID());
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertEquals("Nordlicht Netz GmbH", from.getPersonal());
        assertEquals("billing@nordlicht.example", from.getAddress());
        assertEquals("a@example.org", mail.getAllRecipients()[0].toString());
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        String text = parts.getBodyPart(0).getContent().toString();
        assertTrue(text.contains("Guten Tag Anna Müller,"), text);
        assertTrue(text.contains("50,00\u00a0EUR"), text);
        assertEquals("INV-00000001.pdf", parts.getBodyPart(1).getFileName());
        assertArrayEquals(
                world.call(() -> world.service(DocumentService.class).pdf(invoice.id()))
                        .content(),
                parts.getBodyPart(1).getInputStream().readAllBytes());
        InvoiceDelivery delivery = latest(invoice);
        assertEquals("sent", delivery.state());
        assertEquals(1, delivery.attempts());
        assertEquals(1, told("billing.invoice.delivered.v1", invoice));
    }

    @Test
    void aBuyerWithoutAnAddressIsNoError() {
        BillingAccountDetails account = world.account(1);
        address(account, null);
        world.monthly(account, "10", "2027-05-01");
        world.bill("2027-05-01");
        InvoiceDetails invoice = world.invoices().get(0);
        queue(invoice);
        assertEquals(0, send());
        assertEquals("notSendable", latest(invoice).state());
        assertEquals("noAddress", latest(invoice).reason());
        DomainException refused =
                assertThrows(DomainException.class, () -> world.run(() -> deliveries.sendAgain(invoice.id())));
        assertEquals(BillingProblem.NO_MAIL_ADDRESS, refused.problem());
    }

    @Test
    void anOldDocumentIsMailedOnDemandOnly() {
        world.setToday("2025-03-01");
        BillingAccountDetails account = world.account(1);
        world.monthly(account, "10", "2025-03-01");
        world.bill("2025-03-01");
        InvoiceDetails invoice = world.invoices().get(0);
        queue(invoice);
        assertEquals(0, send());
        assertEquals("tooOld", latest(invoice).reason());
        world.run(() -> deliveries.sendAgain(invoice.id()));
        assertEquals(1, send());
        assertEquals("sent", latest(invoice).state());
        assertEquals(2, latest(invoice).sending());
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgainUnderTheSameId() throws Exception {
        InvoiceDetails invoice = invoice("10");
        queue(invoice);
        int port = mailServer.getSmtp().getPort();
        mailServer.stop();
        assertEquals(1, send());
        InvoiceDelivery failed = latest(invoice);
        assertEquals("failed", failed.state());
        assertTrue(failed.reason().contains("does not answer"), failed.reason());
        assertEquals(0, send(), "not before a minute has passed");
        mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        BillingWorld.SYSTEM_CLOCK.advance(Duration.ofSeconds(61));
        assertEquals(1, send());
        assertEquals(failed.messageId(), mailServer.getReceivedMessages()[0].getMessageID());
        assertEquals("sent", latest(invoice).state());
        assertEquals(2, latest(invoice).attempts());
        assertNull(latest(invoice).reason());
    }

    @Test
    void afterADayItIsGivenUpAndSaysWhy() {
        InvoiceDetails invoice = invoice("10");
        queue(invoice);
        mailServer.stop();
        int tries = 0;
        while (latest(invoice).isPending()) {
            tries += send();
            BillingWorld.SYSTEM_CLOCK.advance(Duration.ofHours(1));
            assertTrue(tries <= 25, "it is never given up");
        }
        assertEquals("givenUp", latest(invoice).state());
        assertTrue(tries >= 20, "tries: " + tries);
        assertTrue(latest(invoice).reason().contains("does not answer"));
        assertEquals(1, told("billing.invoice.undelivered.v1", invoice));
    }

    @Test
    void whatIsNoAddressIsGivenUpAtOnce() {
        BillingAccountDetails account = world.account(1);
        address(account, "anna@example.org, eve@example.org");
        world.monthly(account, "10", "2027-05-01");
        world.bill("2027-05-01");
        InvoiceDetails invoice = world.invoices().get(0);
        queue(invoice);
        assertEquals(1, send());
        assertEquals("givenUp", latest(invoice).state());
        assertEquals(0, mailServer.getReceivedMessages().length);
    }

    /** What a reply of 5xx refuses is given up at once; what one of 4xx does is tried again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 nobody of this name here | givenUp",
                "RCPT | 450 4.2.0 greylisted, come again | failed",
                "RCPT | 452 4.2.2 the mailbox is full | failed",
                "DATA | 554 5.7.1 we take no such mail | givenUp",
                "DATA | 451 4.3.0 try later | failed",
                ".    | 554 5.6.0 the content is refused | givenUp",
                ".    | 452 4.3.1 the disk is full | failed",
                "MAIL | 550 5.7.1 you are not who may send | failed",
                "MAIL | 451 4.7.1 too many mails | failed"
            })
    void aRefusalIsFinalOrNotByItsReply(String command, String reply, String state) {
        InvoiceDetails invoice = invoice("10");
        queue(invoice);
        try (RefusingMailServer refusing = RefusingMailServer.start(command, reply)) {
            useMailServer(refusing.port());
            assertEquals(1, send());
            InvoiceDelivery refused = latest(invoice);
            assertEquals(state, refused.state(), refused.toString());
            assertTrue(refused.reason().contains(reply.substring(10)), refused.reason());
            assertEquals(1, refused.attempts());
            MailFigures figures = server.get(MailFigures.class);
            assertTrue(figures.isAnswering());
            boolean isGivenUp = state.equals("givenUp");
            int again = isGivenUp ? 0 : 1;
            assertEquals(isGivenUp ? 1 : 0, told("billing.invoice.undelivered.v1", invoice));
            assertEquals(0, send(), "not at once");
            BillingWorld.SYSTEM_CLOCK.advance(Duration.ofSeconds(61));
            assertEquals(again, send(), "after a minute");
        }
    }

    @Test
    void whatWaitsAndWhatBecameOfItIsCounted() {
        MailFigures figures = server.renew(MailFigures.class);
        useMailServer(mailServer.getSmtp().getPort());
        InvoiceDetails invoice = invoice("10");
        queue(invoice);
        MailBacklog backlog = world.call(() -> deliveries.backlog());
        assertEquals(1, backlog.waiting());
        assertEquals(Optional.of(latest(invoice).queuedAt()), backlog.oldestQueuedAt());
        mailServer.stop();
        send();
        assertFalse(figures.isAnswering());
        assertEquals(1, figures.failedCount());
        assertEquals(1, world.call(() -> deliveries.backlog()).waiting(), "it is tried again");
        BillingWorld.SYSTEM_CLOCK.advance(Duration.ofSeconds(61));
        mailServer.start();
        useMailServer(mailServer.getSmtp().getPort());
        send();
        assertTrue(figures.isAnswering());
        assertEquals(1, figures.sentCount());
        assertEquals(0, figures.givenUpCount());
        assertEquals(new MailBacklog(0, Optional.empty()), world.call(() -> deliveries.backlog()));
    }

    @Test
    void whatADeadNodeHadTakenGoesOutWhenItsLeaseIsOver() throws Exception {
        InvoiceDetails invoice = invoice("10");
        queue(invoice);
        InvoiceMailService mails = server.get(InvoiceMailService.class);
        ClaimedDelivery dead = asSystem(() -> mails.claim(10)).get(0);
        assertEquals(0, send(), "it belongs to somebody");
        BillingWorld.SYSTEM_CLOCK.advance(LEASE.plusSeconds(1));
        assertEquals(1, send());
        assertEquals(dead.messageId(), mailServer.getReceivedMessages()[0].getMessageID());
        Instant sentAt = latest(invoice).sentAt();
        asSystem(() -> {
            mails.sent(dead);
            return true;
        });
        assertEquals(sentAt, latest(invoice).sentAt());
        assertEquals(1, told("billing.invoice.delivered.v1", invoice), "it is told once");
    }

    @Test
    void sendingAgainGoesToTheAddressOfTodayUnderAnIdOfItsOwn() throws Exception {
        BillingAccountDetails account = world.account(1);
        world.monthly(account, "10", "2027-05-01");
        world.bill("2027-05-01");
        InvoiceDetails invoice = world.invoices().get(0);
        queue(invoice);
        send();
        address(account, "new@example.org");
        world.run(() -> deliveries.sendAgain(invoice.id()));
        world.run(() -> deliveries.sendAgain(invoice.id()));
        assertEquals(1, send(), "asked for twice while it waits, it goes once");
        MimeMessage second = mailServer.getReceivedMessages()[1];
        assertEquals("new@example.org", second.getAllRecipients()[0].toString());
        assertEquals("<" + invoice.id() + ".2@nordlicht.example>", second.getMessageID());
    }

    private InvoiceDetails invoice(String price) {
        BillingAccountDetails account = world.account(1);
        world.monthly(account, price, "2027-05-01");
        world.bill("2027-05-01");
        return world.invoices().get(0);
    }

    private void address(BillingAccountDetails account, String email) {
        world.run(() -> world.database()
                .update("update customers.customer set email = ? where id = ?", email, account.customerId()));
    }

    /** What the consumer is told of the run that issued it. */
    private void queue(InvoiceDetails invoice) {
        int slice = slice(invoice);
        Event issued = new Event(
                world.tenant,
                1,
                Ids.next(),
                "billing.invoices.issued.v1",
                invoice.runId() + ":0",
                "test",
                "test",
                Instant.now(),
                Map.of("runId", invoice.runId().toString(), "slice", slice));
        assertTrue(consumer.handles(issued.type()));
        world.run(() -> consumer.handle(issued));
    }

    private int slice(InvoiceDetails invoice) {
        return world.call(() -> world.database()
                .first("select slice from billing.invoice where id = ?", row -> row.getInt(1), invoice.id())
                .orElseThrow());
    }

    private int send() {
        return asSystem(() -> round.send(10));
    }

    private <T> T asSystem(Callable<T> work) {
        try {
            return CallContext.system("test", world.tenant).call(work);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private InvoiceDelivery latest(InvoiceDetails invoice) {
        return world.call(() -> deliveries.of(invoice.id())).get(0);
    }

    private static long told(String type, InvoiceDetails invoice) {
        return BillingWorld.EVENTS.stream()
                .filter(event ->
                        event.startsWith(type) && event.contains(invoice.id().toString()))
                .count();
    }
}
