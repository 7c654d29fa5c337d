package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bills are listed by their states, and a list asked for right after a payment knows of it. */
@Tag("behavior")
class InvoiceStatesTest {

    private static final String BILLS = "/tmf-api/customerBillManagement/v4/customerBill";
    private static final List<String> STATES = List.of("new", "partiallyPaid", "settled");

    private final RestClient client = SystemUnderTest.get().client(DemoTenant.ATOLL);
    private final String account = client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=3")
            .json()
            .asJsonArray()
            .getJsonObject(0)
            .getString("id");

    @Test
    void billsAreFoundByWhatBecameOfThem() {
        BillingRuns.run(client, "2027-01-31", "issue", account);
        JsonObject bill = bills("new").iterator().next();
        String id = bill.getString("id");
        BigDecimal due =
                bill.getJsonObject("remainingAmount").getJsonNumber("value").bigDecimalValue();
        requireState(id, "new");
        pay(id, BigDecimal.ONE);
        requireState(id, "partiallyPaid");
        String rest = pay(id, due.add(new BigDecimal("0.05")));
        requireState(id, "settled");
        Answer reversed = admin().post(
                        "/api/v1/payments/" + rest + "/reversal",
                        Json.createObjectBuilder().add("reason", "returned").build());
        assertTrue(reversed.status() < 300, reversed.toString());
        requireState(id, "partiallyPaid");
        Answer credited = client.post(
                "/api/v1/credit-notes",
                Json.createObjectBuilder()
                        .add("invoiceId", id)
                        .add("reason", "never worked")
                        .build());
        assertEquals(201, credited.status(), credited.toString());
        requireState(id, "settled");
        assertTrue(client.get("/api/v1/trial-balance").object().getBoolean("balanced"));
        assertEquals(List.of(), List.copyOf(bills("held")));
    }

    /** Programs may not take payments back, people may. */
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

    /** Each list by state has just the bills that show this state. */
    private void requireState(String id, String expected) {
        List<JsonObject> all = client.get(BILLS + "?billingAccount.id=" + account).json().asJsonArray().stream()
                .map(each -> each.asJsonObject())
                .toList();
        for (String state : STATES) {
            Set<String> shown = all.stream()
                    .filter(each -> each.getString("state").equals(state))
                    .map(each -> each.getString("id"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> found = new TreeSet<>();
            bills(state).forEach(each -> found.add(each.getString("id")));
            assertEquals(shown, found, state);
            assertEquals(state.equals(expected), found.contains(id), id + " among those " + state);
        }
        Set<String> open = new TreeSet<>();
        bills("new,partiallyPaid").forEach(each -> open.add(each.getString("id")));
        assertEquals(!expected.equals("settled"), open.contains(id), "open: " + open);
    }

    private Collection<JsonObject> bills(String state) {
        Answer answer = client.get(BILLS + "?billingAccount.id=" + account + "&state=" + state);
        assertEquals(200, answer.status(), answer.toString());
        return answer.json().asJsonArray().getValuesAs(JsonObject.class);
    }

    private String pay(String bill, BigDecimal amount) {
        JsonObjectBuilder money = Json.createObjectBuilder().add("unit", "NZD").add("value", amount);
        Answer paid = client.post(
                "/api/v1/payments",
                Json.createObjectBuilder()
                        .add("billingAccountId", account)
                        .add("amount", money)
                        .add("invoiceId", bill)
                        .build());
        assertEquals(201, paid.status(), paid.toString());
        return paid.object().getString("id");
    }
}
