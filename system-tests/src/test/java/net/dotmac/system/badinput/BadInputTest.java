package net.dotmac.system.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input over the running server: refused with the right body of its dialect, nothing told, nothing changed. */
@Tag("behavior")
class BadInputTest {

    private static final String CUSTOMERS = "/tmf-api/customerManagement/v4/customer";
    private static final String ORDERS = "/tmf-api/productOrderingManagement/v4/productOrder";

    private static final String OFFERINGS = "/tmf-api/productCatalogManagement/v4/productOffering";
    private static final String PRODUCTS = "/tmf-api/productInventory/v4/product";

    private static SystemUnderTest system;
    private static RestClient client;

    @BeforeAll
    static void signIn() {
        system = SystemUnderTest.get();
        client = system.client(DemoTenant.ALPENNETZ);
    }

    @Test
    void onlyAGenuineTokenOpensAnything() throws SQLException, GeneralSecurityException {
        ForgedToken tokens = ForgedToken.of(system);
        assertEquals(
                200, get(tokens.genuine(), CUSTOMERS + "?limit=1000").status(), "the forger's own tokens are right");
        JsonObject jwk = RestClient.withToken(system.system(), null)
                .get("/oauth2/jwks")
                .object()
                .getJsonArray("keys")
                .getJsonObject(0);
        BigInteger modulus = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getString("n")));
        List<String> forged = List.of(
                tokens.expired(),
                tokens.ofAnotherIssuer(),
                tokens.forAnotherAudience(),
                tokens.withAnotherKey(),
                tokens.unsigned(),
                tokens.withThePublicKeyAsSecret(modulus),
                tokens.tampered(),
                tokens.namingTheKey("../../../../../../dev/null"),
                tokens.namingTheKey("' or '1'='1"),
                tokens.namingTheKey("k".repeat(4_000)),
                tokens.bringingItsKey(),
                "nonsense",
                "a.b.c");
        Set<String> answers = new HashSet<>();
        for (String token : forged) {
            for (String path : List.of(CUSTOMERS, "/api/v1/payments")) {
                Answer refused = get(token, path);
                assertEquals(401, refused.status(), path + " with " + token + ": " + refused);
                assertEquals("Bearer", refused.header("WWW-Authenticate"));
                answers.add(refused.text());
            }
        }
        assertEquals(2, answers.size(), "one answer a dialect, whatever is wrong with the token: " + answers);
        // The one thing that a token lacks is a permission: that may be told.
        Answer forbidden = get(tokens.genuine(), "/api/v1/users");
        assertEquals(403, forbidden.status(), forbidden.toString());
        for (String path : List.of("/api/v1/devices/", "/api/v1/sites/")) {
            Answer unchanged = RestClient.withToken(system.system(), tokens.genuine())
                    .patch(path + UUID.randomUUID(), JsonValue.EMPTY_JSON_OBJECT);
            assertEquals(403, unchanged.status(), unchanged.toString());
        }
    }

    private static Answer get(String token, String path) {
        return RestClient.withToken(system.system(), token).get(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            malformed JSON      | POST  | customer | {"name": "x"                                       | 400
            no object           | POST  | customer | [1, 2]                                             | 400
            unknown attribute   | POST  | customer | {"name": "x", "colour": "blue"}                    | 400
            nothing at all      | POST  | customer | {}                                                 | 400
            wrong type          | POST  | customer | {"name": {"first": "x"}}                           | 400
            negative quantity   | POST  | order    | {"relatedParty": [{"id": "$customer", "role": "customer"}], "productOrderItem": [{"id": "1", "action": "add", "quantity": -1, "productOffering": {"id": "$offering"}, "billingAccount": {"id": "$account"}}]} | 400
            another's payer     | POST  | order    | {"relatedParty": [{"id": "$customer", "role": "customer"}], "productOrderItem": [{"id": "1", "action": "add", "quantity": 1, "productOffering": {"id": "$offering"}, "billingAccount": {"id": "$foreignAccount"}}]} | 4xx
            wrong currency      | POST  | payment  | {"billingAccountId": "$account", "amount": {"unit": "NZD", "value": 10}} | 400
            no currency         | POST  | payment  | {"billingAccountId": "$account", "amount": {"unit": "XYZ", "value": 10}} | 400
            negative amount     | POST  | payment  | {"billingAccountId": "$account", "amount": {"unit": "EUR", "value": -10}} | 400
            too many decimals   | POST  | payment  | {"billingAccountId": "$account", "amount": {"unit": "EUR", "value": 10.001}} | 400
            huge number         | POST  | payment  | {"billingAccountId": "$account", "amount": {"unit": "EUR", "value": 1e400000000}} | 400
            another's account   | POST  | payment  | {"billingAccountId": "$foreignAccount", "amount": {"unit": "NZD", "value": 10}} | 404
            another's invoice   | POST  | payment  | {"billingAccountId": "$account", "invoiceId": "$foreignAccount", "amount": {"unit": "EUR", "value": 10}} | 400
            no id               | POST  | payment  | {"billingAccountId": "1", "amount": {"unit": "EUR", "value": 10}} | 4xx
            far future          | POST  | run      | {"date": "2999-01-01", "mode": "issue"}            | 400
            no date             | POST  | run      | {"date": "2027-02-30", "mode": "issue"}            | 400
            unknown mode        | POST  | run      | {"date": "2027-03-01", "mode": "perhaps"}          | 400
            a period, customer  | POST  | customer | {"name": "x", "engagedParty": {"id": "1", "@referredType": "Individual"}, "validFor": {"startDateTime": "2027-03-02T00:00:00Z", "endDateTime": "2027-03-01T00:00:00Z"}} | 400
            a period, offering  | POST  | offering | {"name": "x", "validFor": {"startDateTime": "2027-03-02T00:00:00Z", "endDateTime": "2027-03-01T00:00:00Z"}} | 400
            a period, price     | POST  | price    | {"name": "x", "priceType": "oneTime", "price": {"unit": "EUR", "value": 1}, "validFor": {"startDateTime": "2027-03-02T00:00:00Z", "endDateTime": "2027-03-01T00:00:00Z"}} | 400
            a period, discount  | POST  | order    | {"relatedParty": [{"id": "$customer", "role": "customer"}], "productOrderItem": [{"id": "1", "action": "add", "quantity": 1, "productOffering": {"id": "$offering"}, "billingAccount": {"id": "$account"}, "itemPrice": [{"priceAlteration": [{"price": {"percentage": 5}, "validFor": {"startDateTime": "2027-03-02T00:00:00Z", "endDateTime": "2027-03-01T00:00:00Z"}}]}]}]} | 400
            end before start    | POST  | order    | {"requestedStartDate": "2001-01-01", "relatedParty": [{"id": "$owner", "role": "customer"}], "productOrderItem": [{"id": "1", "action": "delete", "product": {"id": "$product"}}]} | 400
            change before start | POST  | order    | {"requestedStartDate": "2001-01-01", "relatedParty": [{"id": "$owner", "role": "customer"}], "productOrderItem": [{"id": "1", "action": "modify", "quantity": 2, "product": {"id": "$product"}}]} | 400
            no such day         | POST  | order    | {"requestedStartDate": "2027-02-30", "relatedParty": [{"id": "$owner", "role": "customer"}], "productOrderItem": [{"id": "1", "action": "delete", "product": {"id": "$product"}}]} | 400
            paid in the future  | POST  | payment  | {"billingAccountId": "$account", "amount": {"unit": "EUR", "value": 10}, "receivedOn": "2999-01-01"} | 400
            a period, site      | POST  | site     | {"name": "x", "validFor": {"startDateTime": "2027-03-02T00:00:00Z", "endDateTime": "2027-03-01T00:00:00Z"}} | 400
            no name, site       | POST  | site     | {"name": " "}                                      | 400
            odd address         | POST  | device   | {"name": "x", "address": "evil.example", "community": "c"} | 400
            """)
    void aBadBodyIsRefusedInWords(String what, String method, String where, String body, String expected)
            throws SQLException {
        Map<String, String> paths = Map.of(
                "customer",
                CUSTOMERS,
                "order",
                ORDERS,
                "payment",
                "/api/v1/payments",
                "run",
                "/api/v1/billing-runs",
                "device",
                "/api/v1/devices",
                "site",
                "/api/v1/sites",
                "offering",
                OFFERINGS,
                "price",
                OFFERINGS + "Price");
        String before = rows();
        Answer refused = client.post(paths.get(where), filled(body));
        assertRefused(refused, expected, paths.get(where));
        assertEquals(before, rows(), what + " changed something");
    }

    @ParameterizedTest
    @CsvSource({
        "/tmf-api/customerManagement/v4/customer?colour=blue, 400",
        "/tmf-api/customerManagement/v4/customer?limit=-1, 400",
        "/tmf-api/customerManagement/v4/customer?offset=x, 400",
        "/tmf-api/customerManagement/v4/customer?sort=colour, 400",
        "/tmf-api/customerManagement/v4/customer?createdAt.gt=yesterday, 400",
        "/tmf-api/customerManagement/v4/customer/1, 404",
        "/tmf-api/customerManagement/v4/customer/$foreignCustomer, 404",
        "/tmf-api/nowhere/v4/thing, 404",
        "/api/v1/payments?colour=blue, 400",
        "/api/v1/payments/%00, 4xx",
        "/api/v1/billing-runs/$foreignCustomer, 404",
        "/api/v1/trial-balance?asOf=2027-02-30, 400",
        "/api/v1/nowhere, 404"
    })
    void aBadAddressIsRefusedInWords(String path, String expected) {
        assertRefused(client.get(filled(path)), expected, path);
    }

    /** A series that ends before it starts, of an interface of nobody's: either is a refusal, and no 500. */
    @Test
    void aSpanThatEndsBeforeItStartsIsRefused() {
        String path = "/api/v1/devices/interfaces/" + UUID.randomUUID()
                + "/traffic?from=2027-03-02T00:00:00Z&until=2027-03-01T00:00:00Z";
        assertRefused(client.get(path), "4xx", path);
    }

    @ParameterizedTest
    @CsvSource({CUSTOMERS + ", true", CUSTOMERS + ", false", "/api/v1/payments, true", "/api/v1/payments, false"})
    void tenMegabytesAreTooMuch(String path, boolean isLengthTold) throws IOException, InterruptedException {
        byte[] body = new byte[10 * 1024 * 1024];
        Arrays.fill(body, (byte) ' ');
        BodyPublisher publisher = isLengthTold
                ? BodyPublishers.ofByteArray(body)
                : BodyPublishers.ofInputStream(() -> (InputStream) new ByteArrayInputStream(body));
        HttpRequest request = HttpRequest.newBuilder(system.system().http(path))
                .header("Authorization", "Bearer " + client.token())
                .header("Content-Type", "application/json")
                .POST(publisher)
                .build();
        int status;
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            status = answer.statusCode();
            assertTrue(answer.body().contains("1 MB"), answer.body());
        } catch (IOException e) {
            // The server answers and closes while we still send; which of the two we see first is chance.
            status = 413;
        }
        assertEquals(413, status);
        assertEquals(200, client.get(CUSTOMERS + "?limit=1000").status(), "the server goes on");
    }

    @Test
    void theSameKeyHasOneEffectHoweverOftenAndAtOnce() throws Exception {
        String account = own("/tmf-api/accountManagement/v4/billingAccount?limit=1");
        String body = "{\"billingAccountId\": \"" + account + "\", \"amount\": {\"unit\": \"EUR\", \"value\": 7.77}}";
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                sent.add(threads.submit(
                        () -> client.post("/api/v1/payments", body, "Idempotency-Key", "bad-input-twenty")));
            }
            Set<String> ids = new HashSet<>();
            for (Future<Answer> each : sent) {
                Answer answer = each.get();
                assertTrue(answer.status() == 201 || answer.status() == 409, answer.toString());
                if (answer.status() == 201) {
                    ids.add(answer.object().getString("id"));
                }
            }
            assertEquals(1, ids.size(), ids.toString());
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, count("select count(*) from payments.payment where amount_minor = 777"));
        Answer other =
                client.post("/api/v1/payments", body.replace("7.77", "7.78"), "Idempotency-Key", "bad-input-twenty");
        assertEquals(409, other.status(), "another request under the same key: " + other);
    }

    /** Two runs of the whole tenant at once: whoever comes second finds nothing left, and no number is lost. */
    @Test
    void twoRunsAtOnceBillEveryAccountOnce() throws SQLException {
        RestClient other = system.client(DemoTenant.ATOLL);
        String first = BillingRuns.start(other, "2027-01-31", "issue");
        String second = BillingRuns.start(other, "2027-01-31", "issue");
        JsonObject one = BillingRuns.await(other, first);
        JsonObject two = BillingRuns.await(other, second);
        assertEquals("finished", one.getString("state"), one.toString());
        assertEquals("finished", two.getString("state"), two.toString());
        String ofTenant = " from billing.invoice where tenant_id = '" + DemoTenant.ATOLL.id() + "'";
        int billed = one.getJsonObject("counts").getInt("billed")
                + two.getJsonObject("counts").getInt("billed");
        assertTrue(billed > 0, one.toString());
        assertEquals(
                0,
                count("select count(*) from (select 1" + ofTenant
                        + " and kind = 'invoice' group by billing_account_id, cycle_date having count(*) > 1) twice"));
        assertEquals(
                0, count("select max(sequence) - min(sequence) + 1 - count(*)" + ofTenant + " and kind = 'invoice'"));
        assertTrue(other.get("/api/v1/trial-balance").object().getBoolean("balanced"));
    }

    private static void assertRefused(Answer refused, String expected, String path) {
        boolean isAsExpected = expected.equals("4xx")
                ? refused.status() >= 400 && refused.status() < 500
                : refused.status() == Integer.parseInt(expected);
        assertTrue(isAsExpected, "expected " + expected + ", found " + refused);
        JsonObject body = refused.object();
        if (path.startsWith("/tmf-api/")) {
            assertEquals(
                    Set.of("code", "reason", "message", "status", "@type"), body.keySet(), "TMF630's body: " + refused);
            assertEquals(Integer.toString(refused.status()), body.getString("status"));
        } else {
            assertEquals("application/problem+json", refused.header("Content-Type"));
            assertTrue(body.keySet().containsAll(Set.of("type", "title", "status", "detail")), refused.toString());
            assertEquals(refused.status(), body.getInt("status"));
        }
        for (String leak :
                List.of("Exception", "net.dotmac", "org.", "java.", "select ", DemoTenant.ATOLL.legalName())) {
            assertFalse(refused.text().contains(leak), leak + " in " + refused);
        }
    }

    private static String filled(String text) {
        return text.replace("$customer", own(CUSTOMERS + "?limit=1"))
                .replace("$offering", own(OFFERINGS + "?limit=1"))
                .replace("$product", own(PRODUCTS + "?limit=1&status=active"))
                .replace("$owner", owner())
                .replace("$account", own("/tmf-api/accountManagement/v4/billingAccount?limit=1&currency=EUR"))
                .replace(
                        "$foreignCustomer",
                        first(system.client(DemoTenant.ATOLL).get(CUSTOMERS + "?limit=1")))
                .replace(
                        "$foreignAccount",
                        first(system.client(DemoTenant.ATOLL)
                                .get("/tmf-api/accountManagement/v4/billingAccount?limit=1")));
    }

    /** Whose the product is. */
    private static String owner() {
        JsonValue product = client.get(PRODUCTS + "?limit=1&status=active")
                .json()
                .asJsonArray()
                .get(0);
        return product.asJsonObject()
                .getJsonArray("relatedParty")
                .getJsonObject(0)
                .getString("id");
    }

    private static String own(String path) {
        return first(client.get(path));
    }

    private static String first(Answer list) {
        JsonValue one = list.json().asJsonArray().get(0);
        return one.asJsonObject().getString("id");
    }

    /** What the tenant has, in numbers: an effect of any of these requests would show. */
    private static String rows() throws SQLException {
        return String.join(
                ", ",
                Long.toString(count("select count(*) from customers.customer")),
                Long.toString(count("select count(*) from services.product_order")),
                Long.toString(count("select count(*) from payments.payment")),
                Long.toString(count("select count(*) from billing.billing_run")),
                Long.toString(count("select count(*) from networking.device")),
                Long.toString(count("select count(*) from networking.site")),
                Long.toString(count("select count(*) from catalog.offering")),
                Long.toString(count("select count(*) from catalog.offering_price")),
                Long.toString(count("select count(*) from platform.audit_entry where actor not like 'system:%'")));
    }

    private static long count(String sql) throws SQLException {
        try (Connection superuser = system.database("postgres");
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
