package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What finance does with the ledger by REST. The month closed lies long before all that other tests book. */
@Tag("behavior")
class LedgerStoryTest {

    private static final String PERIODS = "/api/v1/ledger/periods";

    private final SystemUnderTest system = SystemUnderTest.get();
    private final RestClient finance = admin();

    @Test
    void aMonthIsClosedAndReopened() {
        Answer closed = finance.post(PERIODS, month("2020-01"), "Idempotency-Key", "close-2020-01");
        assertEquals(201, closed.status(), closed.toString());
        assertEquals("closed", closed.object().getString("state"));
        assertEquals(
                closed.object(),
                finance.post(PERIODS, month("2020-01"), "Idempotency-Key", "close-2020-01")
                        .object());
        assertRefused(finance.post(PERIODS, month("2020-01")), 409, "period-not-its-turn");
        assertRefused(finance.post(PERIODS, month("2020-03")), 409, "period-not-its-turn");
        assertRefused(finance.post(PERIODS, month("soon")), 400, "invalid-value");
        assertRefused(finance.get(PERIODS + "?colour=red"), 400, "unknown-attribute");
        assertRefused(finance.get(PERIODS + "/2019-12"), 404, "not-found");
        assertTrue(finance.get(PERIODS + "/2020-01").object().containsKey("accounts"));
        assertEquals("2020-02-01", finance.get("/api/v1/ledger/policy").object().getString("openFrom"));
        assertEquals(
                0,
                system.client(DemoTenant.ALPENNETZ)
                        .get(PERIODS)
                        .json()
                        .asJsonArray()
                        .size(),
                "the other tenant has closed nothing");

        JsonObject xero = Json.createObjectBuilder()
                .add("format", "xero")
                .add("first", "2020-01")
                .build();
        Answer made = finance.post("/api/v1/ledger/exports", xero);
        assertEquals(201, made.status(), made.toString());
        Answer file = finance.get("/api/v1/ledger/exports/" + made.object().getString("id") + "/content");
        assertEquals(200, file.status(), file.toString());
        assertTrue(file.text().startsWith("*Narration,*Date,"), file.text());
        assertTrue(file.header("Content-Disposition").contains("xero-manual-journals-2020-01.csv"));
        assertRefused(finance.post("/api/v1/ledger/exports", xero), 409, "period-already-exported");
        assertRefused(
                system.client(DemoTenant.ALPENNETZ)
                        .get("/api/v1/ledger/exports/" + made.object().getString("id")),
                404,
                "not-found");

        String reopening = PERIODS + "/2020-01/reopening";
        assertRefused(finance.post(reopening, "{}"), 400, "invalid-value");
        Answer reopened = finance.post(
                reopening, Json.createObjectBuilder().add("reason", "too early").build());
        assertEquals(200, reopened.status(), reopened.toString());
        assertEquals("reopened", reopened.object().getString("state"));
        assertFalse(finance.get("/api/v1/ledger/policy").object().containsKey("openFrom"));
    }

    @Test
    void thePolicyForChosenDaysIsRefuseOrForward() {
        for (String choice : new String[] {"forward", "refuse"}) {
            Answer set = finance.put(
                    "/api/v1/ledger/policy",
                    Json.createObjectBuilder().add("chosenDays", choice).build());
            assertEquals(200, set.status(), set.toString());
            assertEquals(choice, set.object().getString("chosenDays"));
        }
        assertRefused(
                finance.put(
                        "/api/v1/ledger/policy",
                        Json.createObjectBuilder().add("chosenDays", "ask").build()),
                400,
                "invalid-value");
    }

    @Test
    void theChartIsEditedAndGoesBackToItsDefault() {
        String accounts = "/api/v1/ledger/accounts";
        JsonObject bank = Json.createObjectBuilder()
                .add("number", "1815")
                .add("name", "Atoll Bank")
                .build();
        Answer put = finance.put(accounts + "/bank", bank);
        assertEquals(200, put.status(), put.toString());
        assertEquals("own", put.object().getString("state"));
        assertTrue(finance.get(accounts).text().contains("Atoll Bank"));
        assertFalse(system.client(DemoTenant.ALPENNETZ).get(accounts).text().contains("Atoll Bank"));
        assertRefused(finance.put(accounts + "/till", bank), 404, "not-found");
        assertRefused(
                finance.put(
                        accounts + "/bank",
                        Json.createObjectBuilder()
                                .add("number", "=1+1")
                                .add("name", "Bank")
                                .build()),
                400,
                "invalid-value");
        Answer reset = finance.delete(accounts + "/bank");
        assertEquals("default", reset.object().getString("state"), reset.toString());
        assertFalse(finance.get(accounts).text().contains("Atoll Bank"));
    }

    @Test
    void anOpenMonthIsNotExported() {
        for (String first : new String[] {"2030-01", "soon"}) {
            JsonObject form = Json.createObjectBuilder()
                    .add("format", "quickBooks")
                    .add("first", first)
                    .build();
            boolean isMonth = first.startsWith("2");
            assertRefused(
                    finance.post("/api/v1/ledger/exports", form),
                    isMonth ? 409 : 400,
                    isMonth ? "period-open" : "invalid-value");
        }
    }

    @Test
    void deferredRevenueIsToldAndOnlyMonthsThatAreOverAreRecognised() {
        String deferred = "/api/v1/ledger/deferred-revenue/";
        assertEquals(200, finance.get(deferred + "2020-01").status());
        assertRefused(finance.get(deferred + "tomorrow"), 400, "invalid-value");
        assertRefused(finance.post(deferred + "2999-01", "{}"), 409, "period-not-over");
    }

    @Test
    void aStatementTellsTheBalanceAsDataAndAsPdf() {
        String account = finance.get("/tmf-api/accountManagement/v4/billingAccount?limit=1")
                .json()
                .asJsonArray()
                .getJsonObject(0)
                .getString("id");
        String statement = "/api/v1/billing-accounts/" + account + "/statement";
        Answer told = finance.get(statement + "?from=2000-01-01&to=2099-12-31");
        assertEquals(200, told.status(), told.toString());
        assertEquals(0, told.object().getJsonObject("opening").getInt("value"));
        Answer file = finance.get(statement + "/document?from=2000-01-01&to=2099-12-31");
        assertEquals(200, file.status(), file.toString());
        assertTrue(file.text().startsWith("%PDF-"), file.text().substring(0, 10));
        assertRefused(finance.get(statement + "?from=yesterday"), 400, "invalid-value");
        assertRefused(finance.get(statement + "?from=2027-02-02&to=2027-02-01"), 400, "invalid-value");
        assertRefused(system.client(DemoTenant.ALPENNETZ).get(statement), 404, "not-found");
    }

    @Test
    void recurringRevenueIsBridgedByMonth() {
        String recurring = "/api/v1/ledger/recurring-revenue/";
        Answer bridge = finance.get(recurring + "2026-10");
        assertEquals(200, bridge.status(), bridge.toString());
        assertEquals("2026-10", bridge.object().getString("month"));
        assertTrue(finance.get(recurring + "2026-10/movements?limit=3").status() < 300);
        assertTrue(finance.get(recurring + "2026-10/csv").text().contains("Closing"));
        assertRefused(finance.get(recurring + "december"), 400, "invalid-value");
        assertRefused(finance.get(recurring + "2999-01"), 400, "invalid-value");
    }

    @Test
    void reportsAreReadAsOfAnyDayAndAsCsv() {
        String ledger = "/api/v1/ledger/";
        for (String list : new String[] {"ageing", "open-items", "movements"}) {
            assertTrue(finance.get(ledger + list + "?limit=3").status() < 300, list);
            assertRefused(finance.get(ledger + list + "?colour=red"), 400, "unknown-attribute");
            assertTrue(finance.get(ledger + list + "/csv").text().contains(","), list);
        }
        assertRefused(finance.get(ledger + "ageing?asOf=2027-02-30"), 400, "invalid-value");
        assertRefused(finance.get(ledger + "open-items/csv?asOf=soon"), 400, "invalid-value");
        assertRefused(finance.get(ledger + "movements?from=2027-02-02&to=2027-02-01"), 400, "invalid-value");
        assertRefused(finance.get(ledger + "taxes?from=2027-02-02&to=2027-02-01"), 400, "invalid-value");
        Answer taxes = finance.get(ledger + "taxes?from=2000-01-01&to=2099-12-31");
        assertEquals(200, taxes.status(), taxes.toString());
        taxes.object()
                .getJsonArray("ties")
                .forEach(tie -> assertEquals(
                        0,
                        tie.asJsonObject()
                                .getJsonObject("difference")
                                .getJsonNumber("value")
                                .bigDecimalValue()
                                .signum(),
                        tie.toString()));
        assertTrue(finance.get(ledger + "taxes/csv").text().contains("Jurisdiction"));
    }

    private static void assertRefused(Answer answer, int status, String problem) {
        assertEquals(status, answer.status(), answer.toString());
        assertTrue(answer.object().getString("type").endsWith(problem), answer.toString());
    }

    private static JsonObject month(String month) {
        return Json.createObjectBuilder().add("month", month).build();
    }

    private RestClient admin() {
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
