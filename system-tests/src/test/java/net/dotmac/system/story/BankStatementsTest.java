package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bank's statement comes in over REST: what quotes its invoice is paid within seconds, the rest is decided by hand. */
@Tag("behavior")
class BankStatementsTest {

    private static final String STATEMENTS = "/api/v1/bank-statements";
    private static final String MOVEMENTS = "/api/v1/bank-transactions";
    private static final String XML = "application/xml";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RestClient client = SystemUnderTest.get().client(DemoTenant.ATOLL);
    private final String account = client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=7")
            .json()
            .asJsonArray()
            .getJsonObject(0)
            .getString("id");
    private final LocalDate day = LocalDate.parse(
            client.get("/api/v1/test-clock").object().getString("businessTime").substring(0, 10));

    @Test
    void aStatementIsPostedAndItsRestDecided() {
        BillingRuns.run(client, "2027-01-31", "issue", account);
        JsonObject bill = bill();
        BigDecimal due =
                bill.getJsonObject("remainingAmount").getJsonNumber("value").bigDecimalValue();
        byte[] file = camt(due.toString(), bill.getString("billNo").replace("-", " "));
        Answer taken = client.upload(STATEMENTS, XML, file, "Idempotency-Key", "story-statement");
        assertEquals(201, taken.status(), taken.toString());
        JsonObject statement = taken.object().getJsonArray("statements").getJsonObject(0);
        assertEquals(2, statement.getInt("entries"));
        assertEquals(
                statement.getString("id"),
                client.upload(STATEMENTS, XML, file)
                        .object()
                        .getJsonArray("statements")
                        .getJsonObject(0)
                        .getString("id"));
        assertEquals(
                "true",
                client.upload(STATEMENTS, XML, file, "Idempotency-Key", "story-statement")
                        .header("Idempotency-Replayed"));
        await(statement.getString("href"));
        assertEquals("settled", bill().getString("state"));
        JsonObject open = movement(statement, "open");
        assertEquals("matched", movement(statement, "matched").getString("state"));
        assertEquals(List.of(), open.getJsonArray("suggestions"));
        String id = open.getString("id");
        decideInAllWays(id);
        assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
        othersSeeNothing(statement.getString("id"), id);
    }

    private void decideInAllWays(String id) {
        assertEquals(400, decide(id, "park", note("")).status());
        assertEquals(200, decide(id, "park", note("asked")).status());
        assertEquals(400, decide(id, "split", split("0.99")).status());
        Answer matched = decide(id, "split", split("1.00"));
        assertEquals(200, matched.status(), matched.toString());
        assertEquals("matched", matched.object().getString("state"));
        JsonObject form =
                Json.createObjectBuilder().add("billingAccountId", account).build();
        Answer again = decide(id, "match", form);
        assertEquals(409, again.status(), again.toString());
        assertTrue(again.header("Content-Type").startsWith("application/problem+json"));
        Answer undone = decide(id, "undo", JsonValue.EMPTY_JSON_OBJECT);
        assertEquals("open", undone.object().getString("state"));
        assertEquals(200, decide(id, "ignore", note("interest")).status());
    }

    private static JsonObject note(String text) {
        return Json.createObjectBuilder().add("note", text).build();
    }

    private static void othersSeeNothing(String statement, String movement) {
        RestClient other = SystemUnderTest.get().client(DemoTenant.ALPENNETZ);
        assertEquals(404, other.get(STATEMENTS + "/" + statement).status());
        assertEquals(404, other.get(MOVEMENTS + "/" + movement).status());
        assertEquals(
                404,
                other.post(MOVEMENTS + "/" + movement + "/undo", JsonValue.EMPTY_JSON_OBJECT)
                        .status());
        assertEquals(
                401,
                RestClient.withToken(SystemUnderTest.get().system(), null)
                        .upload(STATEMENTS, XML, new byte[] {1})
                        .status());
    }

    @Test
    void aFileWithAMistakeIsRefusedWholeInWords() {
        Answer half = client.upload(STATEMENTS, XML, "<Document".getBytes(StandardCharsets.UTF_8));
        assertEquals(400, half.status(), half.toString());
        assertTrue(half.object().getString("type").contains("bank-file-refused"), half.toString());
        Answer csv = client.upload(
                STATEMENTS + "?account=NZ1&currency=NZD&column.amount=Sum",
                "text/csv",
                "Date;Sum;Purpose\n2027-01-05;1,00;x\n2027-01-05;one;x\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(400, csv.status(), csv.toString());
        assertTrue(csv.object().getString("detail").contains("line 3: found one"), csv.toString());
        assertEquals(413, client.upload(STATEMENTS, XML, new byte[10_000_001]).status());
        assertEquals(415, client.upload(STATEMENTS, "image/png", new byte[] {1}).status());
    }

    private byte[] camt(String amount, String text) {
        BigDecimal sum = new BigDecimal(amount).add(BigDecimal.ONE);
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>STORY-1</Id>"
                        + "<Acct><Id><Othr><Id>NZ-STORY</Id></Othr></Id><Ccy>NZD</Ccy></Acct>" + balance("OPBD", "0")
                        + balance("CLBD", sum.toString()) + entry(amount, "A1", text) + entry("1.00", "A2", "no idea")
                        + "</Stmt></BkToCstmrStmt></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String balance(String code, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"NZD\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
    }

    private String entry(String amount, String reference, String text) {
        return "<Ntry><Amt Ccy=\"NZD\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>"
                + day + "</Dt></BookgDt><AcctSvcrRef>" + reference + "</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>"
                + text + "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";
    }

    private JsonObject bill() {
        return client.get("/tmf-api/customerBillManagement/v4/customerBill?category=invoice&limit=1&billingAccount.id="
                        + account)
                .json()
                .asJsonArray()
                .getJsonObject(0);
    }

    private void await(String statement) {
        Instant end = Instant.now().plus(PATIENCE);
        while (client.get(statement).object().getInt("waiting") > 0) {
            assertTrue(Instant.now().isBefore(end), "movements were not posted in time");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private JsonObject movement(JsonObject statement, String state) {
        JsonObject row = client.get(MOVEMENTS + "?statementId=" + statement.getString("id") + "&state=" + state)
                .json()
                .asJsonArray()
                .getJsonObject(0);
        return client.get(row.getString("href")).object();
    }

    private Answer decide(String id, String what, JsonObject form) {
        return client.post(MOVEMENTS + "/" + id + "/" + what, form);
    }

    private JsonObject split(String amount) {
        return Json.createObjectBuilder()
                .add(
                        "parts",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("billingAccountId", account)
                                        .add(
                                                "amount",
                                                Json.createObjectBuilder()
                                                        .add("unit", "NZD")
                                                        .add("value", new BigDecimal(amount)))))
                .build();
    }
}
