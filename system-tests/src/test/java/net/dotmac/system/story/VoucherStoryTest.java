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

/** Vouchers over REST, and that a wrong code counts although its answer is a refusal. */
@Tag("behavior")
class VoucherStoryTest {

    private static final String BATCHES = "/api/v1/voucher-batches";
    private static final String REDEMPTIONS = "/api/v1/vouchers/redemptions";
    private static final String NEVER_MADE = "0000-0000-0000-0000";

    private final RestClient client = signedIn("admin");

    @Test
    void vouchersAreMadeSoldAndRedeemedOnce() {
        String batch = made();
        Answer codes = client.post(batch + "/codes", "");
        assertEquals(200, codes.status(), codes.toString());
        assertTrue(codes.header("content-type").startsWith("text/csv"));
        String code = codes.text().split("\r\n")[1].split(",")[1];
        assertEquals(409, client.post(batch + "/codes", "").status(), "told once");
        assertEquals(404, redeem(account(2), code).status(), "not sold yet");
        JsonObject sale = Json.createObjectBuilder()
                .add("billingAccountId", account(3))
                .add("method", "cash")
                .build();
        Answer sold = client.post(batch + "/activation", sale);
        assertEquals(200, sold.status(), sold.toString());
        assertEquals(409, client.post(batch + "/activation", sale).status());
        Answer redeemed = redeem(account(2), code);
        assertEquals(200, redeemed.status(), redeemed.toString());
        assertEquals(redeemed.text(), redeem(account(2), code).text());
        assertEquals(409, redeem(account(3), code).status(), "another was faster");
        assertEquals(1, client.get(batch).object().getInt("redeemed"));
        assertEquals(
                1,
                client.get(batch + "/redemptions")
                        .object()
                        .getJsonArray("redemptions")
                        .size());
        assertEquals(
                200, client.post(batch + "/stop", "{\"reason\": \"stolen\"}").status());
        assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
    }

    @Test
    void aWrongCodeCountsThoughItIsRefused() {
        String account = account(4);
        for (int i = 0; i < 5; i++) {
            assertEquals(404, redeem(account, NEVER_MADE).status());
        }
        Answer locked = redeem(account, NEVER_MADE);
        assertEquals(409, locked.status(), locked.toString());
        assertTrue(locked.text().contains("vouchers-locked"), locked.toString());
        assertEquals(404, redeem(account(5), NEVER_MADE).status(), "another account goes on");
    }

    @Test
    void badInputAndStrangersAreRefused() {
        assertEquals(400, redeem(account(6), "7K3M").status());
        assertEquals(400, client.post(REDEMPTIONS, "{}").status());
        assertEquals(400, client.post(BATCHES, "{}").status());
        assertEquals(404, client.get(BATCHES + "/none").status());
        assertEquals(
                404,
                client.post(BATCHES + "/00000000-0000-7000-8000-000000000000/codes", "")
                        .status());
        assertEquals(200, client.get(BATCHES + "?state=made&sort=-madeOn").status());
        assertEquals(400, client.get(BATCHES + "?colour=blue").status());
        RestClient support = signedIn("support");
        assertEquals(403, support.post(made() + "/codes", "").status());
        assertEquals(
                401,
                RestClient.withToken(SystemUnderTest.get().system(), "none")
                        .get(BATCHES)
                        .status());
    }

    private String made() {
        Answer made = client.post(
                BATCHES,
                Json.createObjectBuilder()
                        .add("name", "Kiosk")
                        .add(
                                "value",
                                Json.createObjectBuilder().add("unit", "NZD").add("value", 20))
                        .add("quantity", 3)
                        .add("expiresOn", "2028-02-29")
                        .build());
        assertEquals(201, made.status(), made.toString());
        return BATCHES + "/" + made.object().getString("id");
    }

    private Answer redeem(String account, String code) {
        return client.post(
                REDEMPTIONS,
                Json.createObjectBuilder()
                        .add("billingAccountId", account)
                        .add("code", code)
                        .build());
    }

    private String account(int offset) {
        return client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=" + offset)
                .json()
                .asJsonArray()
                .getJsonObject(0)
                .getString("id");
    }

    private static RestClient signedIn(String user) {
        SystemUnderTest system = SystemUnderTest.get();
        Answer session = RestClient.withToken(system.system(), null)
                .post(
                        "/api/v1/sessions",
                        Json.createObjectBuilder()
                                .add("tenant", DemoTenant.ATOLL.slug())
                                .add("username", user)
                                .add("password", DemoCredentials.password(system.credentials(), DemoTenant.ATOLL, user))
                                .build());
        assertEquals(201, session.status(), session.toString());
        return RestClient.withToken(system.system(), session.object().getString("access_token"));
    }
}
