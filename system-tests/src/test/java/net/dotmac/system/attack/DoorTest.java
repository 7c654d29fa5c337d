package net.dotmac.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in, tokens and sessions under attack. */
@Tag("behavior")
class DoorTest {

    private static final String SESSIONS = "/api/v1/sessions";
    private static final String USERS = "/api/v1/users";
    private static final String PASSWORD = "three old words";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final SystemUnderTest system = SystemUnderTest.get();
    private final RestClient admin = system.client(DemoTenant.ALPENNETZ);
    private final RestClient nobody = RestClient.withToken(system.system(), null);

    @Test
    void aSpentRefreshTokenEndsItsWholeChain() throws Exception {
        String user = newUser("chain");
        JsonObject first = signIn(user, PASSWORD).object();
        String spent = first.getString("refresh_token");
        Answer second = refresh(spent);
        assertEquals(200, second.status(), second.toString());
        String next = second.object().getString("refresh_token");
        assertNotEquals(spent, next);

        Answer reused = refresh(spent);
        assertEquals(400, reused.status(), reused.toString());
        assertEquals("invalid_grant", reused.object().getString("error"));
        assertEquals(400, refresh(next).status(), "the thief's and the owner's next token are dead, too");
        assertEquals(201, signIn(user, PASSWORD).status(), "he may sign in anew");
    }

    @Test
    void aDisabledUserGetsNoFurtherTokens() throws Exception {
        String user = newUser("leaver");
        String token = signIn(user, PASSWORD).object().getString("refresh_token");
        Answer disabled = admin.patch(
                USERS + "/" + id(user),
                Json.createObjectBuilder().add("status", "disabled").build());
        assertEquals(200, disabled.status(), disabled.toString());
        assertEquals(400, refresh(token).status());
        assertEquals(401, signIn(user, PASSWORD).status());
    }

    @Test
    void nobodyOfASuspendedTenantIsLetIn() throws Exception {
        String secret = DemoCredentials.clientSecret(system.credentials(), DemoTenant.ATOLL);
        String form = "grant_type=client_credentials&client_id=" + DemoTenant.ATOLL.slug() + ".demo&client_secret="
                + RestClient.encode(secret);
        assertEquals(200, token(form).status());
        setStatus(DemoTenant.ATOLL, "suspended");
        try {
            assertEquals(401, token(form).status());
        } finally {
            setStatus(DemoTenant.ATOLL, "active");
        }
        assertEquals(200, token(form).status());
    }

    private void setStatus(DemoTenant tenant, String status) throws SQLException {
        try (Connection superuser = system.database("postgres");
                PreparedStatement update =
                        superuser.prepareStatement("update platform.tenant set status = ? where id = ?")) {
            update.setString(1, status);
            update.setObject(2, tenant.id());
            assertEquals(1, update.executeUpdate());
        }
    }

    /** Other spellings of a name are other names: they neither open the lock nor keep it from closing. */
    @Test
    void noSpellingOfANameGetsAroundTheLock() {
        String user = newUser("locked");
        for (int i = 0; i < 5; i++) {
            assertEquals(401, signIn(user, "not the password").status());
        }
        Set<String> answers = new HashSet<>();
        for (String spelling :
                List.of(user, user.toUpperCase(Locale.ROOT), " " + user, user + " ", user + "\t", user + "\u00a0")) {
            Answer refused = signIn(spelling, PASSWORD);
            assertEquals(401, refused.status(), "[" + spelling + "] " + refused);
            answers.add(refused.object().getString("detail"));
        }
        assertEquals(1, answers.size(), "nothing tells a locked name from one that is none: " + answers);
        assertEquals(401, signIn("nobody-of-this-name", PASSWORD).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"tenant\":\"alpennetz\"}",
                "{\"tenant\":\"alpennetz\",\"username\":\"a\\u0000b\",\"password\":\"three old words\"}",
                "{\"tenant\":\"alp\\u0000\",\"username\":\"admin\",\"password\":\"three old words\"}",
                "{\"tenant\":\"alpennetz\",\"username\":\"\\ud800\",\"password\":\"\\ud800\"}",
                "{\"tenant\":\"alpennetz\",\"username\":{\"$ne\":null},\"password\":\"x\"}",
                "{\"tenant\":\"' or 1=1 --\",\"username\":\"' or 1=1 --\",\"password\":\"' or 1=1 --\"}"
            })
    void anOddSignInIsRefusedAndNoError(String body) {
        Answer refused = nobody.post(SESSIONS, body);
        assertTrue(refused.status() >= 400 && refused.status() < 500, body + ": " + refused);
        assertFalse(refused.text().contains("Exception"), refused.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=client_credentials&client_id=alpennetz.demo&client_secret=%00",
                "grant_type=client_credentials&client_id=alpennetz.%00&client_secret=x",
                "grant_type=client_credentials&client_id=%00.demo&client_secret=x",
                "grant_type=refresh_token&refresh_token=alpennetz.%00",
                "grant_type=refresh_token&refresh_token=%00.x",
                "grant_type=refresh_token",
                "grant_type=client_credentials"
            })
    void anOddTokenRequestIsRefusedAndNoError(String form) throws Exception {
        Answer refused = token(form);
        assertTrue(refused.status() == 400 || refused.status() == 401, form + ": " + refused);
    }

    /** Who asks for tokens by the hundred is slowed down, long before the machine is. */
    @Test
    void guessingIsSlowedDown() throws Exception {
        String answer = "";
        for (int i = 0; i < 300 && !answer.startsWith("HTTP/1.1 429"); i++) {
            answer = guess("grant_type=client_credentials&client_id=alpennetz.guess&client_secret=" + i);
        }
        assertTrue(answer.startsWith("HTTP/1.1 429"), "300 guesses were answered at once");
        assertTrue(answer.contains("Retry-After: 1"), answer);
        assertNotEquals(429, token("grant_type=client_credentials").status(), "others are not slowed down by it");
    }

    /** From an address of its own, or the other tests' requests would be slowed down with it. */
    private String guess(String form) throws Exception {
        URI address = system.system().http("/oauth2/token");
        try (Socket socket = new Socket(
                InetAddress.getByName(address.getHost()), address.getPort(), InetAddress.getByName("127.0.0.2"), 0)) {
            String request = "POST /oauth2/token HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + form.length() + "\r\n\r\n" + form;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theConsolesPagesAndCookiesAreGuarded() throws Exception {
        HttpResponse<String> page = console("/console/sign-in", null);
        assertEquals(200, page.statusCode());
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertTrue(policy.contains("object-src 'none'"), policy);
        assertEquals("DENY", page.headers().firstValue("X-Frame-Options").orElse(null));
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(null));
        String cookie = page.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Lax"), cookie);
        assertTrue(cookie.contains("path=/console") || cookie.contains("Path=/console"), cookie);
    }

    /** A session id that the visitor brings along, by cookie or address, is not taken over. */
    @Test
    void aPlantedSessionIdIsNotTaken() throws Exception {
        String planted = "plantedByAnAttacker0000000000000";
        HttpResponse<String> byCookie = console("/console/sign-in", "JSESSIONID=" + planted);
        assertTrue(
                byCookie.headers().allValues("Set-Cookie").stream()
                        .anyMatch(each -> each.startsWith("JSESSIONID=") && !each.contains(planted)),
                byCookie.headers().map().toString());
        HttpResponse<String> byAddress = console("/console/sign-in;jsessionid=" + planted, null);
        assertTrue(
                byAddress.headers().allValues("Set-Cookie").stream().noneMatch(each -> each.contains(planted)),
                byAddress.headers().map().toString());
        assertFalse(byAddress.body().contains(planted));
    }

    /** Header lines can't be forged through what is echoed. */
    @Test
    void anEchoedHeaderIsHarmless() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(system.system().http("/oauth2/jwks"))
                .header("X-Correlation-Id", "<script>alert(1)</script> Set-Cookie: a=b")
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode());
        assertFalse(answer.headers().map().toString().contains("<script>"));
    }

    private HttpResponse<String> console(String path, String cookie) throws Exception {
        URI uri = system.system().http(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("User-Agent", "Mozilla/5.0 Firefox/140.0");
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** @return the name of a user who may do nothing yet */
    private String newUser(String name) {
        String username = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        Answer made = admin.post(
                USERS,
                Json.createObjectBuilder()
                        .add("username", username)
                        .add("fullName", name)
                        .add("password", PASSWORD)
                        .add("roles", Json.createArrayBuilder())
                        .build());
        assertEquals(201, made.status(), made.toString());
        return username;
    }

    private String id(String username) {
        return admin.get(USERS + "?username=" + username)
                .json()
                .asJsonArray()
                .getJsonObject(0)
                .getString("id");
    }

    private Answer signIn(String username, String password) {
        return nobody.post(
                SESSIONS,
                Json.createObjectBuilder()
                        .add("tenant", DemoTenant.ALPENNETZ.slug())
                        .add("username", username)
                        .add("password", password)
                        .build());
    }

    private Answer refresh(String refreshToken) throws Exception {
        return token("grant_type=refresh_token&refresh_token=" + RestClient.encode(refreshToken));
    }

    private Answer token(String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(system.system().http("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                response.headers()
                        .firstValue("Retry-After")
                        .map(value -> Map.of("retry-after", value))
                        .orElse(Map.of()),
                response.body());
    }
}
