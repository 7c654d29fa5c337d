package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A customer pays by card: the gateway never answers us, but reports, signed, and pays once. */
@Tag("behavior")
class CardPaymentStoryTest {

    private static final String SETTINGS = "/api/v1/gateway-settings";
    private static final String INTENTS = "/api/v1/payment-intents";
    private static final String SECRET = "whsec_story";

    private final RestClient client = SystemUnderTest.get().client(DemoTenant.ALPENNETZ);
    private final RestClient stranger = SystemUnderTest.get().client(DemoTenant.ATOLL);
    private final RestClient gateway =
            RestClient.withToken(SystemUnderTest.get().system(), null);
    private final String account = client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=14")
            .json()
            .asJsonArray()
            .getJsonObject(0)
            .getString("id");

    @Test
    void aSignedReportPaysOnce() {
        String reports = settings();
        Answer made = client.post(INTENTS, form("17.00"), "Idempotency-Key", "story-card");
        assertEquals(201, made.status(), made.toString());
        assertEquals("new", made.object().getString("state"));
        String id = made.object().getString("id");
        String path = INTENTS + "/" + id;
        assertEquals(404, stranger.get(path).status());
        assertEquals(401, gateway.get(path).status());
        awaitProblem(path);
        String report = report(id);
        assertEquals(400, gateway.post(reports, report).status(), "not signed");
        assertEquals(400, send(reports, report, "whsec_other").status());
        String otherEndpoint = reports.substring(0, reports.length() - 2) + "AA";
        assertEquals(404, send(otherEndpoint, report, SECRET).status());
        assertEquals(401, gateway.post("/gateway-reports/short", report).status());
        assertEquals(200, send(reports, report, SECRET).status());
        assertEquals(200, send(reports, report, SECRET).status(), "twice");
        assertEquals(
                200, send(reports, "{\"type\":\"customer.created\"}", SECRET).status(), "passed over");
        assertEquals(400, send(reports, "no report", SECRET).status());
        JsonObject paid = client.get(path).object();
        assertEquals("paid", paid.getString("state"), paid.toString());
        JsonObject payment =
                client.get("/api/v1/payments/" + paid.getString("paymentId")).object();
        assertEquals("card", payment.getString("method"));
        assertEquals(
                1,
                client.get("/api/v1/payments?processorId=" + payment.getString("processorId"))
                        .json()
                        .asJsonArray()
                        .size());
        assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
    }

    /** Where the gateway reports. */
    private String settings() {
        assertEquals(
                400, client.put(SETTINGS, settings("http://example.org", "k")).status());
        assertEquals(
                400, client.put(SETTINGS, settings("https://127.0.0.1:1", null)).status());
        Answer put = client.put(SETTINGS, settings("https://127.0.0.1:1", "sk_story"));
        assertEquals(200, put.status(), put.toString());
        assertFalse(put.text().contains("sk_story") || put.text().contains(SECRET), "never told");
        String url = client.get(SETTINGS).object().getString("reportUrl");
        return url.substring(url.indexOf("/gateway-reports/"));
    }

    private static JsonObject settings(String baseUrl, String key) {
        JsonObjectBuilder form = Json.createObjectBuilder()
                .add("baseUrl", baseUrl)
                .add("returnUrl", "https://isp.example/thanks")
                .add("webhookSecret", SECRET);
        if (key != null) {
            form.add("secretKey", key);
        }
        return form.build();
    }

    private JsonObject form(String amount) {
        return Json.createObjectBuilder()
                .add("billingAccountId", account)
                .add("amount", Json.createObjectBuilder().add("unit", "EUR").add("value", new BigDecimal(amount)))
                .build();
    }

    /** The watch has asked a gateway that is not there, and says so. */
    private void awaitProblem(String path) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(40));
        while (!client.get(path).object().containsKey("problem")
                && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        assertTrue(client.get(path).object().getString("problem").contains("did not answer"));
    }

    private static String report(String intent) {
        return "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"data\":{\"object\":{\"id\":\"cs_story\","
                + "\"client_reference_id\":\"" + intent + "\",\"status\":\"complete\",\"payment_status\":\"paid\","
                + "\"amount_total\":1700,\"currency\":\"eur\",\"payment_intent\":\"pi_story\",\"url\":null}}}";
    }

    private Answer send(String path, String body, String secret) {
        String time = Long.toString(Instant.now().getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String hex = HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
            return gateway.post(path, body, "Stripe-Signature", "t=" + time + ",v1=" + hex);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
