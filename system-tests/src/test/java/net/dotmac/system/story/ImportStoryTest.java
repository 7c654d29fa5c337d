package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files of another system over REST: rows that can't be taken, as list and as table, and a sound file that is applied once. */
@Tag("behavior")
class ImportStoryTest {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String CUSTOMERS = IMPORTS + "?kind=customers&name=old.csv";
    private static final String HEAD = "number;kind;name;cycleDay\n";

    private final RestClient client = admin(DemoTenant.ALPENNETZ);

    @Test
    void aSoundFileIsAppliedOnce() {
        assertTrue(client.get(IMPORTS + "/kinds").text().contains("\"customers\":[\"number\",\"kind\",\"name\""));
        String csv = HEAD + "REST-1;household;Erika Neu;15\n";
        Answer created = upload(CUSTOMERS, csv);
        assertEquals(201, created.status(), created.toString());
        JsonObject ready = created.object();
        assertEquals("ready", ready.getString("state"));
        assertEquals(409, upload(CUSTOMERS, csv).status(), "the same file twice");
        String path = IMPORTS + "/" + ready.getString("id");
        assertEquals(404, admin(DemoTenant.ATOLL).get(path).status());
        assertEquals(404, admin(DemoTenant.ATOLL).post(path + "/apply", "").status());
        Answer applied = client.post(path + "/apply", "");
        assertEquals(200, applied.status(), applied.toString());
        assertEquals("applied", applied.object().getString("state"));
        assertEquals(409, client.post(path + "/apply", "").status());
        assertEquals(409, client.post(path + "/check", "").status());
        assertEquals(409, client.delete(path).status());
        assertTrue(client.get(path + "/proof").text().contains("\"what\":\"rows\""));
        Answer found = client.get("/tmf-api/customerManagement/v4/customer?name=Erika%20Neu");
        assertTrue(found.text().contains("Erika Neu"), found.toString());
    }

    @Test
    void badRowsAreListedAndNoCellBecomesAFormula() {
        Answer created = upload(CUSTOMERS, HEAD + "REST-2;=1+1;Evil;15\nREST-3;household;;x\n");
        assertEquals(201, created.status(), created.toString());
        assertEquals("faulty", created.object().getString("state"));
        assertEquals(2, created.object().getInt("badRows"));
        String path = IMPORTS + "/" + created.object().getString("id");
        Answer rows = client.get(path + "/rows?limit=1");
        assertEquals(206, rows.status());
        assertEquals("3", rows.header("X-Total-Count"));
        assertTrue(rows.text().contains("\"line\":2,\"column\":\"kind\",\"found\":\"=1+1\",\"reason\":\"malformed\""));
        String csv = client.get(path + "/rows?format=csv").text();
        assertTrue(csv.contains("2,kind,'=1+1,malformed,"), csv);
        assertFalse(csv.contains(",=1+1"), csv);
        assertEquals(409, client.post(path + "/apply", "").status());
        assertEquals(204, client.delete(path).status());
        assertEquals("discarded", client.get(path).object().getString("state"));
    }

    @Test
    void whatIsNoFileIsRefusedByName() {
        assertEquals(400, upload(IMPORTS + "?kind=castles&name=x", HEAD).status());
        assertEquals(400, upload(IMPORTS + "?name=x", HEAD).status());
        assertEquals(400, upload(IMPORTS + "?kind=customers", HEAD).status());
        assertEquals(400, upload(CUSTOMERS + "&encoding=EBCDIC", HEAD).status());
        assertEquals(400, upload(CUSTOMERS, "").status());
        assertEquals(400, upload(CUSTOMERS, HEAD).status());
        assertEquals(400, upload(CUSTOMERS, "number\n\"").status());
        assertEquals(413, upload(CUSTOMERS, "x".repeat(10_000_001)).status());
        assertEquals(415, client.post(CUSTOMERS, "{}").status());
        assertEquals(404, client.get(IMPORTS + "/nothing/rows?format=csv").status());
    }

    private Answer upload(String path, String csv) {
        return client.upload(path, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static RestClient admin(DemoTenant tenant) {
        SystemUnderTest system = SystemUnderTest.get();
        Answer session = RestClient.withToken(system.system(), null)
                .post(
                        "/api/v1/sessions",
                        Json.createObjectBuilder()
                                .add("tenant", tenant.slug())
                                .add("username", "admin")
                                .add("password", DemoCredentials.password(system.credentials(), tenant, "admin"))
                                .build());
        assertEquals(201, session.status(), session.toString());
        return RestClient.withToken(system.system(), session.object().getString("access_token"));
    }
}
