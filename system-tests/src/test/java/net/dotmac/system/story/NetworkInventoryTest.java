package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sites and devices are changed by merge patches: only what is named, and credentials never come out. */
@Tag("behavior")
class NetworkInventoryTest {

    private static final String SECRET = "c0mmunity-nobody-sees";

    private final SystemUnderTest system = SystemUnderTest.get();
    private final RestClient client = system.client(DemoTenant.ALPENNETZ);
    private final String name = "patched-" + UUID.randomUUID();
    private String device;

    @BeforeEach
    void record() {
        Answer made = client.post(
                "/api/v1/devices",
                """
                {"name": "%s", "address": "198.51.100.77", "community": "%s", "monitored": false, "pollSeconds": 60}"""
                        .formatted(name, SECRET));
        assertEquals(201, made.status(), made.toString());
        assertFalse(made.text().contains(SECRET), made.text());
        device = "/api/v1/devices/" + made.object().getString("id");
    }

    @AfterEach
    void forget() {
        assertEquals(204, client.delete(device).status());
    }

    @Test
    void onlyWhatIsNamedChanges() throws SQLException {
        JsonObject before = client.get(device).object();
        Answer changed = patch(device, "{\"name\": \"" + name + "-b\", \"pollSeconds\": 300}");
        assertEquals(200, changed.status(), changed.toString());
        assertEquals(name + "-b", changed.object().getString("name"));
        assertEquals(300, changed.object().getInt("pollSeconds"));
        assertEquals(before.getString("address"), changed.object().getString("address"));
        assertEquals(before.get("monitored"), changed.object().get("monitored"));
        assertEquals(changed.object(), client.get(device).object());
        assertEquals(1, audited("device.changed", device));
    }

    @Test
    void aSiteIsGivenTakenAndRenamed() throws SQLException {
        Answer made = client.post("/api/v1/sites", "{\"name\": \"" + name + "\", \"location\": \"on the hill\"}");
        String site = made.object().getString("id");
        assertEquals(
                name, patch(device, "{\"siteId\": \"" + site + "\"}").object().getString("siteName"));
        Answer renamed = patch("/api/v1/sites/" + site, "{\"name\": \"" + name + "-c\", \"location\": null}");
        assertEquals(200, renamed.status(), renamed.toString());
        assertNull(renamed.object().get("location"));
        assertEquals(name + "-c", client.get(device).object().getString("siteName"));
        assertEquals(1, audited("site.changed", "/" + site));
        assertNull(patch(device, "{\"siteId\": null}").object().get("siteId"));
        assertEquals(400, patch("/api/v1/sites/" + site, "{\"name\": null}").status());
        assertEquals(400, patch("/api/v1/sites/" + site, "{\"id\": \"1\"}").status());
        String taken = name + "-d";
        assertEquals(
                201,
                client.post("/api/v1/sites", "{\"name\": \"" + taken + "\"}").status());
        Answer refused = patch("/api/v1/sites/" + site, "{\"name\": \"" + taken + "\"}");
        assertEquals(409, refused.status(), refused.toString());
        assertEquals("urn:dotmac:problem:network-name-taken", refused.object().getString("type"));
        RestClient stranger = system.client(DemoTenant.ATOLL);
        assertEquals(
                404,
                stranger.patch("/api/v1/sites/" + site, json("{\"name\": \"mine\"}"))
                        .status());
    }

    @Test
    void credentialsAreReplacedAndNeverTold() {
        for (String patch : new String[] {
            "{\"community\": \"another-" + SECRET + "\"}",
            """
            {"snmpVersion": "3", "user": {"name": "poller", "auth": "SHA256", "authPassphrase": "a-%s",
             "priv": "AES128", "privPassphrase": "p-%s"}}"""
                    .formatted(SECRET, SECRET),
            "{\"pollSeconds\": 120}"
        }) {
            Answer changed = patch(device, patch);
            assertEquals(200, changed.status(), changed.toString());
            assertFalse(changed.text().contains(SECRET), changed.text());
            assertFalse(client.get(device).text().contains(SECRET));
        }
        assertEquals("3", client.get(device).object().getString("snmpVersion"));
        assertEquals(
                404,
                system.client(DemoTenant.ATOLL)
                        .patch(device, json("{\"name\": \"mine\"}"))
                        .status());
    }

    @Test
    void aNameAndAnAddressBelongToOneDevice() {
        Answer other = client.post(
                "/api/v1/devices",
                "{\"name\": \"" + name
                        + "-e\", \"address\": \"198.51.100.78\", \"community\": \"c\", \"monitored\": false}");
        assertEquals(201, other.status(), other.toString());
        assertEquals(409, patch(device, "{\"name\": \"" + name + "-e\"}").status());
        assertEquals(409, patch(device, "{\"address\": \"198.51.100.78\"}").status());
        assertEquals(
                204,
                client.delete("/api/v1/devices/" + other.object().getString("id"))
                        .status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \" \"}",
                "{\"name\": null}",
                "{\"pollSeconds\": 1}",
                "{\"pollSeconds\": 86401}",
                "{\"pollSeconds\": \"often\"}",
                "{\"snmpPort\": 0}",
                "{\"snmpVersion\": \"4\"}",
                "{\"snmpVersion\": \"3\"}",
                "{\"user\": {\"name\": \"poller\"}}",
                "{\"snmpVersion\": \"3\", \"user\": {\"authPassphrase\": \"alone\"}}",
                "{\"deviceClass\": \"toaster\"}",
                "{\"address\": \"evil.example\"}",
                "{\"siteId\": \"" + "01930000-0000-7000-8000-0000000000ff" + "\"}",
                "{\"status\": \"up\"}",
                "{\"colour\": \"blue\"}",
                "[]"
            })
    void whatIsWrongIsRefusedAndChangesNothing(String patch) {
        Answer before = client.get(device);
        Answer refused = client.patch(device, json(patch));
        assertEquals(400, refused.status(), patch + ": " + refused);
        assertEquals("application/problem+json", refused.header("Content-Type"));
        assertEquals(before.text(), client.get(device).text());
    }

    @Test
    void aChangeOfWhatWasChangedMeanwhileIsRefused() {
        String seen = client.get(device).header("ETag");
        assertEquals(200, patch(device, "{\"pollSeconds\": 90}").status());
        Answer late = client.patch(device, json("{\"pollSeconds\": 91}"), "If-Match", seen);
        assertEquals(412, late.status(), late.toString());
    }

    private Answer patch(String path, String body) {
        return client.patch(path, json(body));
    }

    private static jakarta.json.JsonStructure json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.read();
        }
    }

    private long audited(String action, String path) throws SQLException {
        String id = path.substring(path.lastIndexOf('/') + 1);
        try (Connection superuser = system.database("postgres");
                PreparedStatement count = superuser.prepareStatement(
                        "select count(*) from platform.audit_entry where action = ? and entity_id = ?")) {
            count.setString(1, action);
            count.setString(2, id);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
