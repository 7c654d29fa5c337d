package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A deposit over REST from asking to release, and the answers to what can't be. */
@Tag("behavior")
class DepositStoryTest {

    private static final String DEPOSITS = "/api/v1/deposits";

    private final RestClient client = signedIn(DemoTenant.ATOLL, "admin");

    @Test
    void aDepositIsAskedForReceivedAndGivenBack() {
        JsonObject account = anAccount();
        JsonObject asked = created(account);
        String deposit = DEPOSITS + "/" + asked.getString("id");
        assertEquals("asked", asked.getString("state"));
        Answer received = client.post(deposit + "/receipts", amount(50), "Idempotency-Key", "deposit-story-1");
        assertEquals(200, received.status(), received.toString());
        assertEquals(
                received.text(),
                client.post(deposit + "/receipts", amount(50), "Idempotency-Key", "deposit-story-1")
                        .text(),
                "told again, it is one");
        assertEquals("held", client.get(deposit).object().getString("state"));
        assertTrue(client.get(DEPOSITS + "/held").text().contains(asked.getString("id")));
        assertEquals(409, client.post(deposit + "/receipts", amount(1)).status(), "no more than was asked for");
        Answer released = client.post(
                deposit + "/releases",
                Json.createObjectBuilder(amount(20)).add("kind", "credit").build());
        assertEquals(200, released.status(), released.toString());
        assertEquals(
                2,
                client.get(deposit + "/movements")
                        .object()
                        .getJsonArray("movements")
                        .size());
        assertEquals(
                30,
                released.object().getJsonObject("held").getJsonNumber("value").intValue());
        assertEquals(
                409,
                client.post(
                                deposit + "/releases",
                                Json.createObjectBuilder(amount(31))
                                        .add("kind", "credit")
                                        .build())
                        .status());
        assertTrue(client.get("/api/v1/trial-balance").text().contains("deposits"));
        assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
    }

    @Test
    void anothersDepositIsNotThere() {
        String id = created(anAccount()).getString("id");
        RestClient stranger = signedIn(DemoTenant.ALPENNETZ, "admin");
        assertEquals(404, stranger.get(DEPOSITS + "/" + id).status());
        assertEquals(
                404, stranger.post(DEPOSITS + "/" + id + "/receipts", amount(1)).status());
        assertEquals(
                404, stranger.post(DEPOSITS + "/" + id + "/cancellation", "{}").status());
        assertEquals(
                200, client.post(DEPOSITS + "/" + id + "/cancellation", "{}").status());
    }

    @Test
    void whoMayNotReleaseIsRefused() {
        String id = created(anAccount()).getString("id");
        RestClient support = signedIn(DemoTenant.ATOLL, "support");
        assertEquals(200, support.get(DEPOSITS + "/" + id).status());
        assertEquals(
                403,
                support.post(
                                DEPOSITS + "/" + id + "/releases",
                                Json.createObjectBuilder().add("kind", "credit").build())
                        .status());
        assertEquals(
                401,
                RestClient.withToken(SystemUnderTest.get().system(), "none")
                        .get(DEPOSITS)
                        .status());
    }

    @Test
    void badInputIsNamed() {
        JsonObject asked = created(anAccount());
        String deposit = DEPOSITS + "/" + asked.getString("id");
        for (String broken : new String[] {
            "{}",
            "{\"amount\": {\"unit\": \"XXX\", \"value\": 1}}",
            "{\"amount\": {\"unit\": \"NZD\", \"value\": 1.001}}",
            "{\"amount\": {\"unit\": \"NZD\", \"value\": -1}}",
            "{\"amount\": {\"unit\": \"NZD\", \"value\": 1}, \"method\": \"barter\"}",
            "{\"amount\": {\"unit\": \"NZD\", \"value\": 1}, \"receivedOn\": \"2099-01-01\"}"
        }) {
            assertEquals(400, client.post(deposit + "/receipts", broken).status(), broken);
        }
        assertEquals(
                400, client.post(deposit + "/releases", "{\"kind\": \"burn\"}").status());
        assertEquals(400, client.post(DEPOSITS, "{}").status());
        assertEquals(400, client.get(DEPOSITS + "/held?asOf=yesterday").status());
        assertEquals(400, client.get(DEPOSITS + "?colour=blue").status());
        assertEquals(404, client.get(DEPOSITS + "/none").status());
    }

    private JsonObject anAccount() {
        return client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=7")
                .json()
                .asJsonArray()
                .getJsonObject(0);
    }

    private JsonObject created(JsonObject account) {
        Answer asked = client.post(
                DEPOSITS,
                Json.createObjectBuilder(amount(50))
                        .add("billingAccountId", account.getString("id"))
                        .add("reason", "No credit history")
                        .build());
        assertEquals(201, asked.status(), asked.toString());
        return asked.object();
    }

    private static JsonObject amount(int value) {
        return Json.createObjectBuilder()
                .add("amount", Json.createObjectBuilder().add("unit", "NZD").add("value", value))
                .build();
    }

    private static RestClient signedIn(DemoTenant tenant, String user) {
        SystemUnderTest system = SystemUnderTest.get();
        Answer session = RestClient.withToken(system.system(), null)
                .post(
                        "/api/v1/sessions",
                        Json.createObjectBuilder()
                                .add("tenant", tenant.slug())
                                .add("username", user)
                                .add("password", DemoCredentials.password(system.credentials(), tenant, user))
                                .build());
        assertEquals(201, session.status(), session.toString());
        return RestClient.withToken(system.system(), session.object().getString("access_token"));
    }
}
