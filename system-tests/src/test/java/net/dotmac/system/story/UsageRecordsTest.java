package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Usage records come in over REST: in bulk, by line, as a file, again, and broken. */
@Tag("behavior")
class UsageRecordsTest {

    private static final String RECORDS = "/api/v1/usage-records";
    private static final String LINES = "application/x-ndjson";
    private static final String ARRAY = "application/json";
    private static final String CSV = "text/csv";
    private static final String HEAD = "sourceId,productId,unitOfMeasure,quantity,usedAt\n";

    private final RestClient client = SystemUnderTest.get().client(DemoTenant.ALPENNETZ);
    private final String product = client.get("/tmf-api/productInventory/v4/product?limit=1")
            .json()
            .asJsonArray()
            .getJsonObject(0)
            .getString("id");
    private final String now = client.get("/api/v1/test-clock").object().getString("businessTime");

    @Test
    void eachRecordOfADeliveryHasItsOutcome() {
        String body = "[" + record("s1", product, "1.5") + "," + record("s1", product, "1.5") + ","
                + record("s2", "01930000-0000-7000-8000-0000000000ff", "1") + "," + record("s3", product, "-1")
                + ",{\"sourceId\":7},[]]";
        Answer taken = send(ARRAY, body, "Idempotency-Key", "usage-1");
        assertEquals(201, taken.status(), taken.toString());
        assertEquals(
                List.of("accepted", "duplicate", "refused", "refused", "refused", "refused"), outcomes(taken.object()));
        assertEquals("true", send(ARRAY, body, "Idempotency-Key", "usage-1").header("Idempotency-Replayed"));
        Answer again = send(LINES, record("s1", product, "1.50") + "\n\n{oops\n" + record("s4", product, "2"));
        assertEquals(List.of("duplicate", "refused", "accepted"), outcomes(again.object()));
        String href = taken.object().getString("href");
        assertEquals(4, client.get(href).object().getInt("refused"));
        JsonObject refused = client.get(href + "/refused-records").object();
        assertEquals(3, refused.getJsonArray("records").getJsonObject(0).getInt("position"));
        assertTrue(client.get("/api/v1/usage-batches?refused.gt=0&sort=-receivedAt")
                .json()
                .asJsonArray()
                .toString()
                .contains(taken.object().getString("id")));
        RestClient other = SystemUnderTest.get().client(DemoTenant.ATOLL);
        assertEquals(404, other.get(href).status());
        assertEquals(404, other.get(href + "/refused-records").status());
    }

    @Test
    void tenThousandAreTakenAtOnceAndNoMore() {
        assertEquals(10_000, send(ARRAY, many(10_000)).object().getInt("accepted"));
        assertEquals(400, send(ARRAY, many(10_001)).status());
    }

    @Test
    void aFileIsKeptWholeOrNotAtAll() {
        String line = "f1," + product + ",GB,1," + now + "\n";
        Answer refused = upload("?source=file&name=a.csv", HEAD + line + "f2," + product + ",GB,one," + now);
        assertEquals(400, refused.status());
        assertTrue(refused.toString().contains("line 3:"), refused.toString());
        Answer taken = upload("?source=file&name=a.csv", HEAD + line);
        assertEquals(List.of("accepted"), outcomes(taken.object()));
        assertEquals(
                "a.csv", client.get(taken.object().getString("href")).object().getString("name"));
        assertEquals(
                List.of("duplicate"),
                outcomes(upload("?source=file", HEAD + line).object()));
        assertEquals(400, upload("", HEAD + line).status());
    }

    @Test
    void whatIsNoDeliveryIsRefused() {
        for (String body : List.of("", "{}", "[]", "7", "[", "[[[", "\"x\"", "null")) {
            Answer answer = send(ARRAY, body);
            assertEquals(400, answer.status(), body + " " + answer);
        }
        assertEquals(400, send(LINES, "").status());
        assertEquals(400, upload("?source=a", "\u0000").status());
        assertEquals(415, send("text/plain", "x").status());
        assertEquals(404, client.get("/api/v1/usage-batches/7").status());
        assertEquals(
                401,
                RestClient.withToken(SystemUnderTest.get().system(), null)
                        .upload(RECORDS, ARRAY, new byte[0])
                        .status());
    }

    @Test
    void accountingBecomesUsageOnce() {
        String events = "[" + event("start", "", product) + ","
                + event("interim", ",\"inputOctets\":5,\"inputGigawords\":1", product)
                + "," + event("stop", ",\"inputOctets\":5,\"inputGigawords\":1", "01930000-0000-7000-8000-0000000000ff")
                + ",{},7]";
        Answer taken = client.post("/api/v1/radius-accounting", events);
        assertEquals(200, taken.status(), taken.toString());
        assertEquals(List.of("accepted", "accepted", "refused", "refused", "refused"), outcomes(taken.object()));
        assertEquals(
                List.of("duplicate", "duplicate", "refused", "refused", "refused"),
                outcomes(client.post("/api/v1/radius-accounting", events).object()));
        JsonObject session = client.get("/api/v1/radius-sessions?productId=" + product)
                .json()
                .asJsonArray()
                .getJsonObject(0);
        assertEquals(4_294_967_301L, session.getJsonNumber("octets").longValueExact());
        assertEquals(200, client.get(session.getString("href")).status());
        assertEquals(
                404,
                SystemUnderTest.get()
                        .client(DemoTenant.ATOLL)
                        .get(session.getString("href"))
                        .status());
        for (String body : List.of("{}", "[]", "7", "[")) {
            assertEquals(400, client.post("/api/v1/radius-accounting", body).status(), body);
        }
    }

    private String event(String kind, String counters, String ofProduct) {
        return "{\"nas\":\"bras-1\",\"sessionId\":\"story\",\"productId\":\"" + ofProduct + "\",\"event\":\"" + kind
                + "\",\"eventAt\":\"" + now + "\"" + counters + "}";
    }

    @Test
    void thePolicyForLateUsageIsChosen() {
        assertEquals("nextPeriod", client.get("/api/v1/usage-policy").object().getString("lateUsage"));
        assertEquals(400, put("{\"lateUsage\":\"never\"}").status());
        assertEquals(400, put("{}").status());
        assertEquals(200, put("{\"lateUsage\":\"rerate\"}").status());
        assertEquals("rerate", client.get("/api/v1/usage-policy").object().getString("lateUsage"));
        assertEquals(200, put("{\"lateUsage\":\"nextPeriod\"}").status());
    }

    private Answer put(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return client.put("/api/v1/usage-policy", reader.readObject());
        }
    }

    private Answer send(String type, String body, String... headers) {
        return client.upload(RECORDS, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private Answer upload(String query, String text) {
        return client.upload(RECORDS + query, CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> record("many-" + i, product, "0.001"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String record(String id, String ofProduct, String quantity) {
        return "{\"source\":\"story\",\"sourceId\":\"" + id + "\",\"productId\":\"" + ofProduct
                + "\",\"unitOfMeasure\":\"GB\",\"quantity\":" + quantity + ",\"usedAt\":\"" + now + "\"}";
    }

    private static List<String> outcomes(JsonObject receipt) {
        return receipt.getJsonArray("outcomes").stream()
                .map(each -> each.asJsonObject().getString("outcome"))
                .toList();
    }
}
