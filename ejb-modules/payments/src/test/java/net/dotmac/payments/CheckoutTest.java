package net.dotmac.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.StandInGateway.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A card is charged once, whatever the gateway does: no answer, a cut connection, reports twice, late, forged or never. */
class CheckoutTest {

    private final StandInGateway gateway = gateway();
    private final DirectDebitWorld world = new DirectDebitWorld(false);
    private final UUID account = world.account("Anna", "EUR");
    private final UUID invoice = world.invoice(account, "40.00", "2027-05-01");

    private static StandInGateway gateway() {
        try {
            return new StandInGateway();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void mayBePlain() {
        System.setProperty("dotmac.gateway.plain", "true");
    }

    @AfterAll
    static void isPlainNoMore() {
        System.clearProperty("dotmac.gateway.plain");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aReportPaysTheInvoiceOnce() {
        configure();
        PaymentIntentDetails intent = open(null);
        assertEquals("open", intent.state());
        assertTrue(intent.url().startsWith("https://pay.example/cs_test_1"), intent.url());
        assertEquals("4000", gateway.orders.get(0).get("line_items[0][price_data][unit_amount]"));
        assertEquals("eur", gateway.orders.get(0).get("line_items[0][price_data][currency]"));
        byte[] tooEarly = gateway.report("checkout.session.completed", key(intent));
        gateway.pay(key(intent));
        byte[] report = gateway.report("checkout.session.completed", key(intent));
        assertTrue(take(report));
        assertTrue(take(report), "twice");
        assertTrue(take(tooEarly), "out of order");
        assertTrue(take(gateway.report("checkout.session.expired", key(intent))));
        PaymentIntentDetails paid = get(intent);
        assertEquals("paid", paid.state());
        assertNull(paid.url());
        assertEquals(0, world.open(invoice));
        PaymentDetails payment = world.call(() -> world.payments.get(paid.paymentId()));
        assertEquals("card", payment.method());
        assertEquals(4_000, payment.amountMinor());
        assertEquals(1, world.call(() -> world.payments.list(Query.all())).total());
        assertEquals(1, DirectDebitWorld.count(DirectDebitWorld.EVENTS, "payments.intents.paid.v1", key(intent)));
        assertTrue(world.isBalanced());
    }

    @Test
    void afterACutConnectionTheSameCheckoutIsFound() {
        configure();
        gateway.mood(Mood.CUT);
        PaymentIntentDetails intent = open(null);
        assertEquals("new", intent.state());
        assertTrue(intent.problem().contains("did not answer"), intent.problem());
        assertEquals(0, ask(), "not at once");
        waitIsOver();
        assertEquals(1, ask());
        assertEquals("open", get(intent).state());
        assertEquals(1, gateway.orders.size(), "the same key, the same checkout");
    }

    @Test
    void faultsAreAskedAgainAndRefusalsAreNot() {
        configure();
        gateway.mood(Mood.FAILS);
        PaymentIntentDetails intent = open(null);
        assertEquals("new", intent.state());
        waitIsOver();
        gateway.mood(Mood.BABBLES);
        ask();
        assertEquals("new", get(intent).state());
        waitIsOver();
        ask();
        assertEquals("open", get(intent).state());
        gateway.mood(Mood.REFUSES);
        PaymentIntentDetails refused = open(Money.of("0.01", "EUR"));
        assertEquals("refused", refused.state());
        assertTrue(refused.problem().contains("Amount too small"), refused.problem());
        waitIsOver();
        ask();
        assertEquals("refused", get(refused).state());
    }

    @Test
    void whatIsNeverReportedIsAskedFor() {
        configure();
        PaymentIntentDetails intent = open(null);
        PaymentIntentDetails other = open(Money.of("1.00", "EUR"));
        gateway.pay(key(intent));
        gateway.expire(key(other));
        waitIsOver();
        assertEquals(2, ask());
        assertEquals("paid", get(intent).state());
        assertEquals("expired", get(other).state());
        assertEquals(0, world.open(invoice));
        waitIsOver();
        assertEquals(0, ask(), "nothing is open");
        assertTrue(take(gateway.report("checkout.session.completed", key(intent))), "late");
        assertEquals(1, world.call(() -> world.payments.list(Query.all())).total());
    }

    @Test
    void moneyCountsAlsoAfterTheTimeIsOver() {
        configure();
        PaymentIntentDetails intent = open(null);
        gateway.expire(key(intent));
        assertTrue(take(gateway.report("checkout.session.expired", key(intent))));
        assertEquals("expired", get(intent).state());
        gateway.pay(key(intent));
        assertTrue(take(gateway.report("checkout.session.async_payment_succeeded", key(intent))));
        assertEquals("paid", get(intent).state());
        assertEquals(0, world.open(invoice));
    }

    @Test
    void onlyWhatIsSignedCounts() {
        GatewaySettings settings = configure();
        PaymentIntentDetails intent = open(null);
        gateway.pay(key(intent));
        byte[] report = gateway.report("checkout.session.completed", key(intent));
        Instant now = Instant.now();
        String right = StandInGateway.signature(report, now, StandInGateway.SECRET);
        for (String wrong : new String[] {
            null,
            "",
            "nonsense",
            "t=,v1=",
            StandInGateway.signature(report, now, "whsec_2"),
            StandInGateway.signature(report, now.minus(Duration.ofMinutes(6)), StandInGateway.SECRET),
            StandInGateway.signature(report, now.plus(Duration.ofMinutes(6)), StandInGateway.SECRET),
            right.replace("v1=", "v0=")
        }) {
            assertEquals(
                    PaymentProblem.BAD_SIGNATURE,
                    assertThrows(DomainException.class, () -> take(settings.endpointId(), wrong, report), wrong)
                            .problem());
        }
        byte[] altered =
                new String(report, StandardCharsets.UTF_8).replace("4000", "1").getBytes(StandardCharsets.UTF_8);
        assertThrows(DomainException.class, () -> take(settings.endpointId(), right, altered));
        assertEquals("open", get(intent).state());
        DirectDebitWorld other = new DirectDebitWorld(false);
        assertThrows(
                DomainException.class,
                () -> other.call(() -> other.checkouts.take(settings.endpointId(), right, report)));
        byte[] unknown = "{\"type\":\"customer.created\",\"data\":{}}".getBytes(StandardCharsets.UTF_8);
        assertFalse(take(unknown), "passed over");
        assertFalse(take(new String(report, StandardCharsets.UTF_8)
                .replace(key(intent), UUID.randomUUID().toString())
                .getBytes(StandardCharsets.UTF_8)));
        assertThrows(DomainException.class, () -> take("no json".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void secretsAreSealedAndKeptUnlessToldAnew() throws SQLException {
        GatewaySettings first = configure();
        GatewaySettings again = world.call(() -> world.gatewaySettings.put(
                new GatewaySettingsData(gateway.url(), "https://isp.example/thanks", true, null, null)));
        assertEquals(first.endpointId(), again.endpointId());
        assertEquals("open", open(null).state(), "the key is still known");
        try (Connection superuser = DirectDebitWorld.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sealed_key || sealed_webhook_secret from payments.gateway_settings where tenant_id = '"
                                + world.tenant + "'")) {
            assertTrue(row.next());
            assertFalse(row.getString(1).contains(StandInGateway.KEY));
            assertFalse(row.getString(1).contains(StandInGateway.SECRET));
        }
        assertNotEquals(
                first.endpointId(), configured(new DirectDebitWorld(false)).endpointId());
        for (String wrong : new String[] {"ftp://x", "http://example.org", "https://u:p@example.org", "x", ""}) {
            assertThrows(
                    DomainException.class,
                    () -> world.call(() -> world.gatewaySettings.put(
                            new GatewaySettingsData(wrong, "https://isp.example", true, "k", "s"))),
                    wrong);
        }
    }

    @Test
    void withoutAGatewayNothingIsAskedFor() {
        assertEquals(
                PaymentProblem.NO_GATEWAY,
                assertThrows(DomainException.class, () -> open(null)).problem());
        configure();
        UUID other = world.account("Ben", "EUR");
        assertEquals(
                "amount",
                assertThrows(
                                DomainException.class,
                                () -> world.call(() ->
                                        world.checkout.open(new PaymentIntentData(other, null, null, null, null))))
                        .attribute());
        assertEquals(
                "invoiceId",
                assertThrows(
                                DomainException.class,
                                () -> world.call(() ->
                                        world.checkout.open(new PaymentIntentData(other, invoice, null, null, null))))
                        .attribute());
        assertThrows(DomainException.class, () -> open(Money.of("-1.00", "EUR")));
        assertThrows(DomainException.class, () -> open(Money.of("1.00", "NZD")));
    }

    private GatewaySettings configure() {
        return configured(world);
    }

    private GatewaySettings configured(DirectDebitWorld some) {
        return some.call(() -> some.gatewaySettings.put(new GatewaySettingsData(
                gateway.url() + "/", "https://isp.example", true, StandInGateway.KEY, StandInGateway.SECRET)));
    }

    private PaymentIntentDetails open(Money amount) {
        return world.call(() -> world.checkout.open(new PaymentIntentData(account, invoice, amount, "Invoice", null)));
    }

    private PaymentIntentDetails get(PaymentIntentDetails intent) {
        return world.call(() -> world.intents.get(intent.id()));
    }

    private int ask() {
        return world.call(() -> world.checkout.askDue());
    }

    private static String key(PaymentIntentDetails intent) {
        return intent.id().toString();
    }

    private boolean take(byte[] report) {
        String endpoint =
                world.call(() -> world.gatewaySettings.get()).orElseThrow().endpointId();
        return take(endpoint, StandInGateway.signature(report, Instant.now(), StandInGateway.SECRET), report);
    }

    private boolean take(String endpoint, String signature, byte[] report) {
        return world.call(() -> world.checkouts.take(endpoint, signature, report));
    }

    /** As if the time had passed after which it is asked again. */
    private void waitIsOver() {
        try (Connection superuser = DirectDebitWorld.superuser();
                Statement statement = superuser.createStatement()) {
            statement.executeUpdate(
                    "update payments.payment_intent set next_at = now() where tenant_id = '" + world.tenant + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
