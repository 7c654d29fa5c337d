package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A customer signs, his invoice is collected, one debit comes back: all over REST, and nobody else sees it. */
@Tag("behavior")
class DirectDebitStoryTest {

    private static final String MANDATES = "/api/v1/mandates";
    private static final String BATCHES = "/api/v1/direct-debit-batches";
    private static final String DEBITS = "/api/v1/direct-debits";
    private static final String REPORTS = "/api/v1/payment-status-reports";
    private static final String XML = "application/xml";

    private final RestClient client = SystemUnderTest.get().client(DemoTenant.ALPENNETZ);
    private final RestClient stranger = SystemUnderTest.get().client(DemoTenant.ATOLL);
    private final String account = client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=11")
            .json()
            .asJsonArray()
            .getJsonObject(0)
            .getString("id");
    private final LocalDate day = LocalDate.parse(
            client.get("/api/v1/test-clock").object().getString("businessTime").substring(0, 10));

    @Test
    void anInvoiceIsCollectedAndMayComeBack() {
        BillingRuns.run(client, day.plusMonths(1).toString(), "issue", account);
        settings();
        JsonObject mandate = mandate();
        String preview = BATCHES + "/preview?collectOn=" + collectOn();
        assertTrue(client.get(preview).object().getJsonArray("lines").size() > 0, client.get(preview)::toString);
        assertEquals(400, client.get(BATCHES + "/preview?collectOn=tomorrow").status());
        Answer made = client.post(BATCHES, json("collectOn", collectOn()), "Idempotency-Key", "story-debits");
        assertEquals(201, made.status(), made.toString());
        JsonObject batch = made.object();
        assertEquals("approved", batch.getString("state"));
        assertEquals(
                "true",
                client.post(BATCHES, json("collectOn", collectOn()), "Idempotency-Key", "story-debits")
                        .header("Idempotency-Replayed"));
        assertEquals(409, client.post(BATCHES, json("collectOn", collectOn())).status(), "nothing is left");
        String path = BATCHES + "/" + batch.getString("id");
        assertEquals(409, client.get(path + "/file").status());
        assertEquals(
                200,
                client.post(path + "/hand-over", JsonValue.EMPTY_JSON_OBJECT).status());
        Answer file = client.get(path + "/file");
        assertTrue(file.text().contains("urn:iso:std:iso:20022:tech:xsd:pain.008.001.08"), file.toString());
        JsonObject debit = debit(batch);
        othersSeeNothing(mandate, batch, debit);
        collect(batch);
        assertEquals("collected", debit(batch).getString("state"));
        assertTrue(debit(batch).containsKey("refundableUntil"));
        assertEquals(
                409, client.post(path + "/cancellation", json("reason", "x")).status());
        reject(batch);
        assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
    }

    private void settings() {
        Answer refused = client.put("/api/v1/sepa-settings", json("creditorId", "DE99ZZZ09999999999"));
        assertEquals(400, refused.status(), refused.toString());
        JsonObject form = Json.createObjectBuilder()
                .add("creditorId", "DE98ZZZ09999999999")
                .add("creditorName", "Alpennetz")
                .add("town", "Wien")
                .add("country", "AT")
                .add("iban", "DE02120300000000202051")
                .build();
        assertEquals(200, client.put("/api/v1/sepa-settings", form).status());
        assertEquals(14, client.get("/api/v1/sepa-settings").object().getInt("noticeDays"));
    }

    private JsonObject mandate() {
        assertEquals(400, client.post(MANDATES, form("AT611904300234573202")).status());
        Answer made = client.post(MANDATES, form("AT61 1904 3002 3457 3201"));
        assertEquals(201, made.status(), made.toString());
        assertFalse(made.text().contains("AT611904300234573201"), "masked");
        assertEquals(409, client.post(MANDATES, form("AT611904300234573201")).status(), "one stands");
        JsonObject mandate = made.object();
        String path = MANDATES + "/" + mandate.getString("id");
        assertEquals(
                "AT611904300234573201",
                client.post(path + "/iban", JsonValue.EMPTY_JSON_OBJECT)
                        .object()
                        .getString("iban"));
        assertEquals(
                200, client.post(path + "/suspension", json("reason", "asked")).status());
        assertEquals(
                200,
                client.post(path + "/resumption", JsonValue.EMPTY_JSON_OBJECT).status());
        assertEquals(
                409,
                client.post(path + "/resumption", JsonValue.EMPTY_JSON_OBJECT).status());
        return mandate;
    }

    private JsonObject form(String iban) {
        return Json.createObjectBuilder()
                .add("billingAccountId", account)
                .add("signedOn", day.minusDays(1).toString())
                .add("debtor", Json.createObjectBuilder().add("iban", iban))
                .build();
    }

    private LocalDate collectOn;

    /** The first day there is after all the account's invoices are due, as the system itself tells it. */
    private String collectOn() {
        if (collectOn == null) {
            LocalDate wanted = day.plusDays(60);
            while (wanted.isBefore(day.plusDays(70))
                    && client.get(BATCHES + "/preview?collectOn=" + wanted).status() != 200) {
                wanted = wanted.plusDays(1);
            }
            collectOn = wanted;
        }
        return collectOn.toString();
    }

    private JsonObject debit(JsonObject batch) {
        return client.get(DEBITS + "?batchId=" + batch.getString("id") + "&billingAccountId=" + account)
                .json()
                .asJsonArray()
                .getJsonObject(0);
    }

    private void othersSeeNothing(JsonObject mandate, JsonObject batch, JsonObject debit) {
        for (String path : new String[] {
            MANDATES + "/" + mandate.getString("id"),
            BATCHES + "/" + batch.getString("id"),
            BATCHES + "/" + batch.getString("id") + "/file",
            DEBITS + "/" + debit.getString("id")
        }) {
            assertEquals(404, stranger.get(path).status(), path);
            assertEquals(
                    401,
                    RestClient.withToken(SystemUnderTest.get().system(), null)
                            .get(path)
                            .status());
        }
        assertEquals(
                404,
                stranger.post(MANDATES + "/" + mandate.getString("id") + "/iban", JsonValue.EMPTY_JSON_OBJECT)
                        .status());
        assertEquals(404, stranger.get("/api/v1/sepa-settings").status());
    }

    /** The bank books the group as one, a little early, for the story has no time to wait. */
    private void collect(JsonObject batch) {
        String sum = batch.getJsonArray("totals")
                .getJsonObject(0)
                .getJsonObject("amount")
                .get("value")
                .toString();
        String file =
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>DD-STORY"
                        + "</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>"
                        + balance("OPBD", "0.00")
                        + balance("CLBD", sum) + "<Ntry><Amt Ccy=\"EUR\">" + sum
                        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK"
                        + "</Cd></Sts><BookgDt><Dt>" + day
                        + "</Dt></BookgDt><AcctSvcrRef>DD1</AcctSvcrRef><NtryDtls><Btch><MsgId>"
                        + batch.getString("messageId")
                        + "</MsgId></Btch></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>";
        Answer taken = client.upload("/api/v1/bank-statements", XML, file.getBytes(StandardCharsets.UTF_8));
        assertEquals(201, taken.status(), taken.toString());
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!debit(batch).getString("state").equals("collected")) {
            assertTrue(Instant.now().isBefore(deadline), "the bank's money was not posted in time");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private String balance(String code, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
    }

    /** Too late a rejection is noted and changes nothing; a broken one is refused. */
    private void reject(JsonObject batch) {
        String report =
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>ST1"
                        + "</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>" + batch.getString("messageId")
                        + "</OrgnlMsgId><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>";
        Answer taken = client.upload(REPORTS, XML, report.getBytes(StandardCharsets.UTF_8));
        assertEquals(201, taken.status(), taken.toString());
        assertEquals(0, taken.object().getInt("rejected"));
        assertTrue(taken.object().getInt("ignored") > 0);
        assertEquals(400, client.upload(REPORTS, XML, new byte[] {'<', 'x'}).status());
        assertEquals(
                400,
                stranger.upload(REPORTS, XML, report.getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    private static JsonObject json(String name, String value) {
        JsonObjectBuilder form = Json.createObjectBuilder().add(name, value);
        return form.build();
    }
}
