package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A customer has paid too much and gets it back: asked for, approved by another, sent, booked, all over REST. */
@Tag("behavior")
class PayoutStoryTest {

    private static final String PAYOUTS = "/api/v1/payouts";
    private static final String BATCHES = "/api/v1/payout-batches";
    private static final String REPORTS = "/api/v1/payout-status-reports";
    private static final String XML = "application/xml";

    private final RestClient client = SystemUnderTest.get().client(DemoTenant.ALPENNETZ);
    private final RestClient stranger = SystemUnderTest.get().client(DemoTenant.ATOLL);
    private final String account = client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=12")
            .json()
            .asJsonArray()
            .getJsonObject(0)
            .getString("id");
    private final LocalDate day = LocalDate.parse(
            client.get("/api/v1/test-clock").object().getString("businessTime").substring(0, 10));

    @Test
    void creditGoesBackByTwoPersonsAndTheBank() {
        settings();
        assertEquals(201, client.post("/api/v1/payments", payment("9000.00")).status());
        assertEquals(
                400,
                client.post(PAYOUTS, form("99999.00", "AT611904300234573201")).status());
        assertEquals(
                400, client.post(PAYOUTS, form("12.34", "AT611904300234573202")).status());
        Answer made =
                client.post(PAYOUTS, form("12.34", "AT61 1904 3002 3457 3201"), "Idempotency-Key", "story-payout");
        assertEquals(201, made.status(), made.toString());
        assertFalse(made.text().contains("AT611904300234573201"), "masked");
        assertEquals(
                "true",
                client.post(PAYOUTS, form("12.34", "AT61 1904 3002 3457 3201"), "Idempotency-Key", "story-payout")
                        .header("Idempotency-Replayed"));
        JsonObject payout = made.object();
        String path = PAYOUTS + "/" + payout.getString("id");
        Answer own = client.post(path + "/approval", JsonValue.EMPTY_JSON_OBJECT);
        assertEquals(409, own.status(), own.toString());
        assertTrue(own.object().getString("type").endsWith("approval-needs-other"), own.toString());
        Answer approved = admin().post(path + "/approval", JsonValue.EMPTY_JSON_OBJECT);
        assertEquals("approved", approved.object().getString("state"), approved.toString());
        Answer batch = client.post(BATCHES, JsonValue.EMPTY_JSON_OBJECT);
        assertEquals(201, batch.status(), batch.toString());
        String batchPath = BATCHES + "/" + batch.object().getString("id");
        Answer file = client.get(batchPath + "/file");
        assertTrue(file.text().contains("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"), file.toString());
        assertEquals(409, client.post(BATCHES, JsonValue.EMPTY_JSON_OBJECT).status(), "nothing is left");
        othersSeeNothing(path, batchPath);
        bankPays(payout.getString("endToEndId"));
        await(path, "paid");
        assertEquals(409, client.post(batchPath + "/cancellation", json("late")).status());
        reportComesTooLate(batch.object());
        assertEquals(
                "returned",
                client.post(path + "/failure", json("by letter")).object().getString("state"));
        moveBetweenOthersAccounts();
        assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
    }

    private void moveBetweenOthersAccounts() {
        String other = client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=13")
                .json()
                .asJsonArray()
                .getJsonObject(0)
                .getString("id");
        JsonObject form = Json.createObjectBuilder()
                .add("fromAccountId", account)
                .add("toAccountId", other)
                .add("amount", money("1.00"))
                .add("reason", "one wallet")
                .build();
        Answer refused = client.post("/api/v1/credit-transfers", form);
        assertEquals(400, refused.status(), "of another customer: " + refused);
        assertEquals(404, stranger.post("/api/v1/credit-transfers", form).status());
        assertEquals(200, client.get("/api/v1/credit-transfers").status());
    }

    private void settings() {
        JsonObject form = Json.createObjectBuilder()
                .add("creditorId", "DE98ZZZ09999999999")
                .add("creditorName", "Alpennetz")
                .add("town", "Wien")
                .add("country", "AT")
                .add("iban", "DE02120300000000202051")
                .build();
        assertEquals(200, client.put("/api/v1/sepa-settings", form).status());
    }

    private JsonObject payment(String amount) {
        return Json.createObjectBuilder()
                .add("billingAccountId", account)
                .add("amount", money(amount))
                .build();
    }

    private JsonObject form(String amount, String iban) {
        return Json.createObjectBuilder()
                .add("billingAccountId", account)
                .add("amount", money(amount))
                .add("holderName", "Anna Berger")
                .add("iban", iban)
                .add("reason", "paid twice")
                .build();
    }

    private static JsonObject money(String value) {
        return Json.createObjectBuilder()
                .add("unit", "EUR")
                .add("value", Json.createValue(new java.math.BigDecimal(value)))
                .build();
    }

    private static JsonObject json(String reason) {
        return Json.createObjectBuilder().add("reason", reason).build();
    }

    private void othersSeeNothing(String... paths) {
        for (String path : paths) {
            assertEquals(404, stranger.get(path).status(), path);
            assertEquals(
                    401,
                    RestClient.withToken(SystemUnderTest.get().system(), null)
                            .get(path)
                            .status());
        }
        assertEquals(404, stranger.get(paths[1] + "/file").status());
        assertEquals(
                404,
                stranger.post(paths[0] + "/approval", JsonValue.EMPTY_JSON_OBJECT)
                        .status());
        assertEquals(
                404, stranger.post(paths[0] + "/cancellation", json("mine")).status());
    }

    private void bankPays(String endToEndId) {
        String file =
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>PO-STORY"
                        + "</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>"
                        + balance("OPBD", "12.34") + balance("CLBD", "0.00")
                        + "<Ntry><Amt Ccy=\"EUR\">12.34</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
                        + "<BookgDt><Dt>" + day
                        + "</Dt></BookgDt><AcctSvcrRef>PO1</AcctSvcrRef><NtryDtls><TxDtls><Refs>"
                        + "<EndToEndId>" + endToEndId + "</EndToEndId></Refs></TxDtls></NtryDtls></Ntry></Stmt>"
                        + "</BkToCstmrStmt></Document>";
        Answer taken = client.upload("/api/v1/bank-statements", XML, file.getBytes(StandardCharsets.UTF_8));
        assertEquals(201, taken.status(), taken.toString());
    }

    private String balance(String code, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
    }

    private void await(String path, String state) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!client.get(path).object().getString("state").equals(state)
                && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertEquals(state, client.get(path).object().getString("state"));
    }

    private void reportComesTooLate(JsonObject batch) {
        byte[] report = ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr>"
                        + "<MsgId>PS1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>" + batch.getString("messageId")
                        + "</OrgnlMsgId><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>")
                .getBytes(StandardCharsets.UTF_8);
        Answer taken = client.upload(REPORTS, XML, report);
        assertEquals(201, taken.status(), taken.toString());
        assertEquals(1, taken.object().getInt("ignored"), taken.toString());
        assertEquals(400, client.upload(REPORTS, XML, new byte[] {'<', 'x'}).status());
        assertEquals(400, stranger.upload(REPORTS, XML, report).status());
    }

    private static RestClient admin() {
        SystemUnderTest system = SystemUnderTest.get();
        Answer session = RestClient.withToken(system.system(), null)
                .post(
                        "/api/v1/sessions",
                        Json.createObjectBuilder()
                                .add("tenant", DemoTenant.ALPENNETZ.slug())
                                .add("username", "admin")
                                .add(
                                        "password",
                                        DemoCredentials.password(system.credentials(), DemoTenant.ALPENNETZ, "admin"))
                                .build());
        assertEquals(201, session.status(), session.toString());
        return RestClient.withToken(system.system(), session.object().getString("access_token"));
    }
}
