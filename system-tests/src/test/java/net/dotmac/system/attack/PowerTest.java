package net.dotmac.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who is let in tries to become more than he is, or to write what is not his to write. */
@Tag("behavior")
class PowerTest {

    private static final String USERS = "/api/v1/users";
    private static final String ADMINISTRATOR = "administrator";
    private static final String CUSTOMERS = "/tmf-api/customerManagement/v4/customer";

    private final SystemUnderTest system = SystemUnderTest.get();
    private final RestClient admin = system.client(DemoTenant.ALPENNETZ);

    /** Who may write users gives away no more than he has: neither to others, nor to himself. */
    @Test
    void nobodyGrantsMoreThanHeHas() throws Exception {
        RestClient clerk = withScope("user.read user.write");
        assertEquals(403, clerk.post(USERS, user("upstart", ADMINISTRATOR)).status());

        Answer weak = clerk.post(USERS, user("weak", null));
        assertEquals(201, weak.status(), weak.toString());
        String path = USERS + "/" + weak.object().getString("id");
        assertEquals(403, clerk.patch(path, roles(ADMINISTRATOR)).status());
        assertEquals(0, admin.get(path).object().getJsonArray("roles").size());

        Answer strong = admin.post(USERS, user("strong", ADMINISTRATOR));
        assertEquals(201, strong.status(), strong.toString());
        String stronger = USERS + "/" + strong.object().getString("id");
        assertEquals(403, clerk.patch(stronger, roles()).status(), "nor does he disarm who is stronger");
        assertEquals(
                403,
                clerk.patch(
                                stronger,
                                Json.createObjectBuilder()
                                        .add("status", "disabled")
                                        .build())
                        .status());
    }

    @Test
    void aScopeBeyondTheClientsIsRefused() throws Exception {
        assertEquals(400, tokenFor("tenant.own everything.write").status());
    }

    /** What the server decides can't be had by writing it into a body; odd bodies are no error of the server's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | users | {'username':'mass-a','fullName':'A','password':'three old words','tenantId':'%s'}",
                "POST | users | {'username':'mass-b','fullName':'A','password':'three old words','id':'%s'}",
                "POST | users | {'username':'mass-c','fullName':'A','password':'three old words','status':'active'}",
                "POST | users | {'username':'mass-d','fullName':'A','password':'three old words','roles':[null]}",
                "POST | users | {'username':'mass-e','fullName':'A\\u0000','password':'three old words'}",
                "POST | users | {'username':'mass-f','fullName':'A','password':'three old words','passwordHash':'x'}",
                "PATCH | users | {'id':'%s'}",
                "PATCH | users | {'username':'other'}",
                "PATCH | users | {'lockedUntil':null}",
                "PATCH | users | {'tenantId':'%s'}",
                "PATCH | users | {'roles':[null]}",
                "PATCH | users | {'roles':'admin'}",
                "PATCH | users | {'password':'three old words'}",
                "PATCH | users | {'status':'superuser'}",
                "POST | customers | {'name':'Mass','tenantId':'%s'}",
                "POST | customers | {'name':'Mass\\u0000'}",
                "PATCH | customers | {'tenantId':'%s'}",
                "PATCH | customers | {'id':'%s'}"
            })
    void whatTheServerDecidesIsNotForTheBody(String method, String what, String body) {
        String json = body.replace('\'', '"').replace("%s", UUID.randomUUID().toString());
        String path = what.equals("users") ? USERS : CUSTOMERS;
        Answer refused;
        if (method.equals("POST")) {
            refused = admin.post(path, json);
        } else {
            JsonObject one = admin.get(path + "?limit=1").json().asJsonArray().getJsonObject(0);
            refused = admin.patch(path + "/" + one.getString("id"), parse(json));
            JsonObject after = admin.get(path + "/" + one.getString("id")).object();
            assertEquals(one.getString("id"), after.getString("id"));
        }
        assertTrue(refused.status() >= 400 && refused.status() < 500, json + ": " + refused);
        assertFalse(refused.text().contains("Exception"), refused.text());
    }

    private static JsonValue parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.read();
        }
    }

    private static JsonObject user(String name, String role) {
        JsonObjectBuilder user = Json.createObjectBuilder()
                .add("username", name + "-" + UUID.randomUUID().toString().substring(0, 8))
                .add("fullName", "<img src=x onerror=alert(1)>")
                .add("password", "three old words");
        JsonArrayBuilder roles = Json.createArrayBuilder();
        return user.add("roles", role == null ? roles : roles.add(role)).build();
    }

    private static JsonObject roles(String... names) {
        return Json.createObjectBuilder()
                .add("roles", Json.createArrayBuilder(List.of(names)))
                .build();
    }

    private RestClient withScope(String scope) throws Exception {
        Answer token = tokenFor(scope);
        assertEquals(200, token.status(), token.toString());
        return RestClient.withToken(system.system(), token.object().getString("access_token"));
    }

    private Answer tokenFor(String scope) throws Exception {
        String secret = DemoCredentials.clientSecret(system.credentials(), DemoTenant.ALPENNETZ);
        HttpRequest request = HttpRequest.newBuilder(system.system().http("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                        + DemoTenant.ALPENNETZ.slug() + ".demo&client_secret=" + RestClient.encode(secret) + "&scope="
                        + RestClient.encode(scope)))
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), Map.of(), response.body());
    }
}
