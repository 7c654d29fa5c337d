package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Policies and days off over REST, and the answers to what is no policy and no case. */
@Tag("behavior")
class CollectionsStoryTest {

    private static final String POLICIES = "/api/v1/dunning-policies";
    private static final String CASES = "/api/v1/collection-cases";

    private final RestClient client = admin();

    @Test
    void aPolicyIsSetReadAndTakenAway() {
        String policy = "{\"graceDays\": 3, \"minimum\": 5.50, \"steps\": ["
                + "{\"days\": 14, \"businessDays\": true, \"actions\": [\"suspend\", \"notice\"]}], "
                + "\"reconnectFee\": {\"amount\": 10, \"taxCategory\": \"standard\", \"taxIncluded\": true}}";
        Answer put = put(POLICIES + "/publicBody", policy);
        assertEquals(200, put.status(), put.toString());
        JsonObject read = client.get(POLICIES + "/publicBody").object();
        assertEquals(
                "[\"notice\",\"suspend\"]",
                read.getJsonArray("steps")
                        .getJsonObject(0)
                        .getJsonArray("actions")
                        .toString());
        assertEquals("5.5", read.getJsonNumber("minimum").toString());
        assertTrue(client.get(POLICIES).object().getJsonArray("policies").size() >= 1);
        assertEquals(204, client.delete(POLICIES + "/publicBody").status());
        assertEquals(404, client.get(POLICIES + "/publicBody").status());
        assertEquals(404, client.delete(POLICIES + "/publicBody").status());
    }

    @Test
    void whatIsNoPolicyIsRefusedByName() {
        assertEquals(404, put(POLICIES + "/pensioners", "{\"steps\": []}").status());
        for (String broken : new String[] {
            "{}",
            "{\"steps\": []}",
            "{\"steps\": [null]}",
            "{\"steps\": [{\"days\": 7}]}",
            "{\"steps\": [{\"days\": 7, \"actions\": []}]}",
            "{\"steps\": [{\"days\": 7, \"actions\": [\"shout\"]}]}",
            "{\"steps\": [{\"days\": 7, \"actions\": [null]}]}",
            "{\"steps\": [{\"days\": 7, \"actions\": [\"lateFee\"]}]}",
            "{\"steps\": [{\"days\": 7, \"actions\": [\"notice\"]}, {\"days\": 7, \"actions\": [\"notice\"]}]}",
            "{\"graceDays\": -1, \"steps\": [{\"days\": 7, \"actions\": [\"notice\"]}]}",
            "{\"minimum\": -1, \"steps\": [{\"days\": 7, \"actions\": [\"notice\"]}]}",
            "{\"minimum\": 1e300, \"steps\": [{\"days\": 7, \"actions\": [\"notice\"]}]}"
        }) {
            Answer answer = put(POLICIES + "/business", broken);
            assertEquals(400, answer.status(), broken + " → " + answer);
        }
        assertEquals(404, client.get(POLICIES + "/business").status());
    }

    @Test
    void daysOffAreTheCountrysAndOnesOwn() {
        String before = client.get("/api/v1/holidays?year=2027").object().toString();
        assertTrue(before.contains("2027-12-25"), before);
        Answer put = put("/api/v1/holidays/2027-12-24", "{\"name\": \"Closed\"}");
        assertEquals(200, put.status(), put.toString());
        assertTrue(client.get("/api/v1/holidays?year=2027").object().toString().contains("Closed"));
        assertEquals(204, client.delete("/api/v1/holidays/2027-12-24").status());
        assertEquals(before, client.get("/api/v1/holidays?year=2027").object().toString());
        assertEquals(400, put("/api/v1/holidays/2027-12-24", "{}").status());
        assertEquals(
                404, put("/api/v1/holidays/2027-02-30", "{\"name\": \"x\"}").status());
        assertEquals(400, client.get("/api/v1/holidays?year=1899").status());
    }

    @Test
    void aCaseThatIsNotThereIsNotFound() {
        String none = CASES + "/00000000-0000-7000-8000-000000000000";
        assertEquals(200, client.get(CASES + "?state=open&sort=nextOn").status());
        assertEquals(400, client.get(CASES + "?colour=blue").status());
        for (String part : new String[] {"", "/history", "/notices", "/fees", "/agreements", "/disputes"}) {
            Answer answer = client.get(none + part);
            assertEquals(404, answer.status(), part);
            assertTrue(answer.object().getString("detail").contains("collection case"), part + " → " + answer);
        }
        JsonObject empty = Json.createObjectBuilder().build();
        for (String part : new String[] {"/pause", "/arrangements"}) {
            assertEquals(404, client.post(none + part, empty).status(), part);
        }
        for (String part : new String[] {"/promises", "/disputes"}) {
            assertEquals(400, client.post(none + part, empty).status(), part);
        }
        assertEquals(404, client.get(CASES + "/none").status());
        assertEquals(
                401,
                RestClient.withToken(SystemUnderTest.get().system(), "none")
                        .get(CASES)
                        .status());
    }

    private Answer put(String path, String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return client.put(path, reader.readValue());
        }
    }

    private static RestClient admin() {
        SystemUnderTest system = SystemUnderTest.get();
        Answer session = RestClient.withToken(system.system(), null)
                .post(
                        "/api/v1/sessions",
                        Json.createObjectBuilder()
                                .add("tenant", DemoTenant.ATOLL.slug())
                                .add("username", "admin")
                                .add(
                                        "password",
                                        DemoCredentials.password(system.credentials(), DemoTenant.ATOLL, "admin"))
                                .build());
        assertEquals(201, session.status(), session.toString());
        return RestClient.withToken(system.system(), session.object().getString("access_token"));
    }
}
