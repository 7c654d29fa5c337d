package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bills go out as e-invoices, their numbers have no gap, and the run that issued them adds up. */
@Tag("behavior")
class EInvoiceTest {

    private static final String BILLS = "/tmf-api/customerBillManagement/v4/customerBill";

    private final RestClient client = SystemUnderTest.get().client(DemoTenant.ALPENNETZ);
    private final RestClient other = SystemUnderTest.get().client(DemoTenant.ATOLL);

    @Test
    void aBillGoesOutInEachForm() {
        JsonObject bill = bill(client);
        assertEquals(4, bill.getJsonArray("billDocument").size());
        Map<String, String> beginnings = Map.of("ubl", "<?xml", "cii", "<?xml", "facturX", "%PDF-1.");
        beginnings.forEach((format, beginning) -> {
            String path = "/api/v1/customer-bills/" + bill.getString("id") + "/e-invoice?format=" + format;
            Answer first = client.get(path);
            assertEquals(200, first.status(), first.toString());
            assertTrue(new String(first.bytes(), StandardCharsets.ISO_8859_1).startsWith(beginning), first.toString());
            Answer second = client.get(path);
            assertEquals(first.header("etag"), second.header("etag"));
            assertArrayEquals(first.bytes(), second.bytes());
            assertEquals(404, other.get(path).status());
            assertEquals(
                    401,
                    RestClient.withToken(SystemUnderTest.get().system(), "x")
                            .get(path)
                            .status());
        });
        assertEquals(
                400,
                client.get("/api/v1/customer-bills/" + bill.getString("id") + "/e-invoice?format=fax")
                        .status());
    }

    /** Its seller's number is none that begins with a country's code. */
    @Test
    void whatCannotBeOneIsRefusedWithTheReason() {
        Answer refused = other.get("/api/v1/customer-bills/" + bill(other).getString("id") + "/e-invoice?format=ubl");
        assertEquals(409, refused.status(), refused.toString());
        assertTrue(refused.text().contains("einvoice-not-possible"), refused.text());
        assertTrue(refused.text().contains("VAT id"), refused.text());
    }

    @Test
    void numbersHaveNoGap() {
        bill(client);
        JsonObject report = client.get("/api/v1/number-series/report").object();
        assertTrue(report.getBoolean("isGapless"), report::toString);
        assertTrue(report.getJsonArray("counts").getJsonObject(0).getInt("documents") > 0, report::toString);
    }

    @Test
    void aRunAddsUp() {
        String account = client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=5")
                .json()
                .asJsonArray()
                .getJsonObject(0)
                .getString("id");
        Answer held = client.put(
                "/api/v1/billing-accounts/" + account + "/hold",
                Json.createObjectBuilder().add("reason", "disputed").build());
        assertEquals(200, held.status(), held.toString());
        JsonObject run = BillingRuns.run(client, "2027-01-31", "preview", account);
        String path = "/api/v1/billing-runs/" + run.getString("id") + "/reconciliation";
        JsonObject reconciliation = client.get(path).object();
        assertTrue(reconciliation.getBoolean("isBalanced"), reconciliation::toString);
        assertEquals(1, reconciliation.getJsonObject("accounts").getInt("expected"), reconciliation::toString);
        assertEquals(1, reconciliation.getJsonObject("accounts").getInt("blocked"), reconciliation::toString);
        assertTrue(client.get(path + "?format=csv").text().contains("accounts,expected,,,1"));
        assertEquals(404, other.get(path).status());
        assertEquals(
                202,
                client.post("/api/v1/billing-runs/" + run.getString("id") + "/retry", "")
                        .status());
        assertEquals(
                200,
                client.delete("/api/v1/billing-accounts/" + account + "/hold").status());
    }

    /** A bill of an account that nobody else bills. */
    private static JsonObject bill(RestClient from) {
        String account = from.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=7")
                .json()
                .asJsonArray()
                .getJsonObject(0)
                .getString("id");
        String bills = BILLS + "?limit=1&billingAccount.id=" + account;
        if (from.get(bills).json().asJsonArray().isEmpty()) {
            BillingRuns.run(from, "2027-01-31", "issue", account);
        }
        String id = from.get(bills).json().asJsonArray().getJsonObject(0).getString("id");
        return from.get(BILLS + "/" + id).object();
    }
}
