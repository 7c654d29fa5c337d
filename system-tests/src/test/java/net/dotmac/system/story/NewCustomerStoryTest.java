package net.dotmac.system.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.launcher.mail.CaughtMail;
import net.dotmac.devtools.launcher.mail.MailStore;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From an offering to a settled invoice: what a partner's program does in a customer's first month. */
@Tag("behavior")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewCustomerStoryTest {

    private static final String CATALOG = "/tmf-api/productCatalogManagement/v4/";

    private static RestClient client;
    private static String customerId;
    private static String accountId;
    private static String offeringId;
    private static JsonObject bill;

    @BeforeAll
    static void signIn() {
        client = SystemUnderTest.get().client(DemoTenant.ALPENNETZ);
    }

    @Test
    @Order(1)
    void anOfferingIsMadeOfPrices() {
        Answer price = client.post(
                CATALOG + "productOfferingPrice",
                """
                {"name": "Story 100", "priceType": "recurring", "recurringChargePeriodType": "month",
                 "recurringChargePeriodLength": 1, "price": {"unit": "EUR", "value": 79.99},
                 "tax": [{"taxCategory": "standard"}]}""");
        assertEquals(201, price.status(), price.toString());
        Answer offering = client.post(
                CATALOG + "productOffering",
                Json.createObjectBuilder()
                        .add("name", "Story 100")
                        .add("lifecycleStatus", "Active")
                        .add("productOfferingPrice", Json.createArrayBuilder().add(reference(price)))
                        .build());
        assertEquals(201, offering.status(), offering.toString());
        offeringId = offering.object().getString("id");
        assertEquals(offering.object().getString("href"), offering.header("Location"));
    }

    @Test
    @Order(2)
    void aCustomerOrdersInTheMiddleOfAMonth() {
        Answer clock = client.put(
                "/api/v1/test-clock",
                Json.createObjectBuilder()
                        .add("businessTime", "2029-06-15T10:00:00Z")
                        .build());
        assertEquals(200, clock.status(), clock.toString());
        JsonObject party = Json.createObjectBuilder()
                .add("id", "party-1")
                .add("name", "Story Teller")
                .add("@referredType", "Individual")
                .build();
        Answer customer = client.post(
                "/tmf-api/customerManagement/v4/customer",
                """
                {"name": "Story Teller", "engagedParty": %s, "contactMedium": [
                 {"mediumType": "postalAddress", "characteristic": {"street1": "Seeweg 1", "postCode": "6020",
                  "city": "Innsbruck", "country": "AT"}},
                 {"mediumType": "email", "characteristic": {"emailAddress": "story@example.org"}}]}"""
                        .formatted(party));
        assertEquals(201, customer.status(), customer.toString());
        customerId = customer.object().getString("id");
        Answer account = client.post(
                "/tmf-api/accountManagement/v4/billingAccount",
                Json.createObjectBuilder()
                        .add("name", "Story Teller")
                        .add("relatedParty", Json.createArrayBuilder().add(customerParty()))
                        .build());
        assertEquals(201, account.status(), account.toString());
        accountId = account.object().getString("id");
        Answer order = client.post(
                "/tmf-api/productOrderingManagement/v4/productOrder",
                Json.createObjectBuilder()
                        .add("relatedParty", Json.createArrayBuilder().add(customerParty()))
                        .add(
                                "productOrderItem",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("id", "1")
                                                .add("action", "add")
                                                .add("quantity", 1)
                                                .add(
                                                        "productOffering",
                                                        Json.createObjectBuilder()
                                                                .add("id", offeringId))
                                                .add(
                                                        "billingAccount",
                                                        Json.createObjectBuilder()
                                                                .add("id", accountId))))
                        .build());
        assertEquals(201, order.status(), order.toString());
        assertEquals("completed", order.object().getString("state"));
    }

    @Test
    @Order(3)
    void theProductIsActiveInTheInventory() {
        Answer products =
                client.get("/tmf-api/productInventory/v4/product?relatedParty.id=" + customerId + "&status=active");
        assertEquals(200, products.status(), products.toString());
        assertEquals(1, products.json().asJsonArray().size());
        assertEquals("1", products.header("X-Total-Count"));
    }

    /** 16 of 30 days of June at 79.99 are 42.66, and July is whole. */
    @Test
    @Order(4)
    void theFirstInvoiceHasAProratedLine() {
        JsonObject run = BillingRuns.run(client, "2029-07-01", "issue", accountId);
        assertEquals("finished", run.getString("state"), run.toString());
        JsonArray bills = client.get("/tmf-api/customerBillManagement/v4/customerBill?billingAccount.id=" + accountId)
                .json()
                .asJsonArray();
        BigDecimal net = bills.getValuesAs(JsonObject.class).stream()
                .map(each -> amount(each, "taxExcludedAmount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(new BigDecimal("122.65"), net, bills.toString());
        bill = bills.getJsonObject(0);
        JsonArray rates = client.get(
                        "/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate?bill.id=" + bill.getString("id"))
                .json()
                .asJsonArray();
        assertTrue(
                rates.getValuesAs(JsonObject.class).stream()
                        .anyMatch(each -> amount(each, "taxExcludedAmount").compareTo(new BigDecimal("42.66")) == 0),
                rates.toString());
    }

    @Test
    @Order(5)
    void billingAgainBillsNothingTwice() {
        JsonObject again = BillingRuns.run(client, "2029-07-01", "issue", accountId);
        assertEquals(0, again.getJsonObject("counts").getInt("billed"), again.toString());
        int bills = client.get("/tmf-api/customerBillManagement/v4/customerBill?billingAccount.id=" + accountId)
                .json()
                .asJsonArray()
                .size();
        assertEquals(1, bills);
    }

    @Test
    @Order(6)
    void thePdfIsAlwaysTheSame() {
        String url = "/tmf-api/customerBillManagement/v4/customerBill/" + bill.getString("id") + "/document";
        Answer first = client.get(url);
        assertEquals(200, first.status());
        assertTrue(first.text().startsWith("%PDF-"));
        assertEquals(first.text(), client.get(url).text());
    }

    /** A cent too much settles the invoice and stays as credit; the same key pays once. */
    @Test
    @Order(7)
    void anOverpaymentIsNotLost() {
        client.put(
                "/api/v1/test-clock",
                Json.createObjectBuilder()
                        .add("businessTime", "2029-07-10T10:00:00Z")
                        .build());
        BigDecimal paid = amount(bill, "remainingAmount").add(new BigDecimal("0.01"));
        JsonObject payment = Json.createObjectBuilder()
                .add("billingAccountId", accountId)
                .add("amount", Json.createObjectBuilder().add("unit", "EUR").add("value", paid))
                .build();
        Answer once = client.post("/api/v1/payments", payment, "Idempotency-Key", "story-payment-1");
        Answer again = client.post("/api/v1/payments", payment, "Idempotency-Key", "story-payment-1");
        assertEquals(201, once.status(), once.toString());
        assertEquals(once.object().getString("id"), again.object().getString("id"));
        assertEquals(new BigDecimal("0.01"), amount(once.object(), "unallocated"));
        JsonObject settled = client.get("/tmf-api/customerBillManagement/v4/customerBill/" + bill.getString("id"))
                .object();
        assertEquals("settled", settled.getString("state"));
    }

    @Test
    @Order(8)
    void theLedgerBalances() {
        JsonObject balance = client.get("/api/v1/trial-balance").object();
        assertTrue(balance.getBoolean("balanced"), balance.toString());
    }

    /** Orders, invoices and payments reach the timeline as events, shortly after they happened and once each. */
    @Test
    @Order(9)
    void theTimelineTellsWhatHappened() throws InterruptedException {
        List<String> expected = List.of(
                "customers.customers.created.v1",
                "services.orders.placed.v1",
                "billing.invoice.issued.v1",
                "payments.payments.recorded.v1");
        Instant limit = Instant.now().plusSeconds(30);
        List<String> types = timeline();
        while (!types.containsAll(expected) && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(200);
            types = timeline();
        }
        assertTrue(types.containsAll(expected), types.toString());
        assertEquals(types.size(), new HashSet<>(types).size(), "each happened once: " + types);
    }

    /** The invoice comes by mail with its PDF, once more when somebody asks for it, and not twice for one key. */
    @Test
    @Order(10)
    void theInvoiceComesByMail() throws InterruptedException {
        String billId = client.get("/tmf-api/customerBillManagement/v4/customerBill?billingAccount.id=" + accountId)
                .json()
                .asJsonArray()
                .getJsonObject(0)
                .getString("id");
        String path = "/api/v1/customer-bills/" + billId + "/deliveries";
        CaughtMail first = awaitMail(billId);
        assertEquals("story@example.org", first.to());
        assertTrue(first.from().contains(DemoTenant.ALPENNETZ.legalName()), first.from());
        assertEquals("application/pdf", first.files().get(0).type());
        Answer again = client.post(path, "", "Idempotency-Key", "story-mail-1");
        Answer replayed = client.post(path, "", "Idempotency-Key", "story-mail-1");
        assertEquals(202, again.status(), again.toString());
        assertEquals(again.text(), replayed.text());
        awaitMail(billId + ".2");
        assertEquals(2, client.get(path).object().getJsonArray("entries").size());
        assertEquals(
                404, SystemUnderTest.get().client(DemoTenant.ATOLL).get(path).status());
        assertEquals(
                404,
                SystemUnderTest.get().client(DemoTenant.ATOLL).post(path, "").status());
    }

    private static CaughtMail awaitMail(String idBeginsWith) throws InterruptedException {
        MailStore caught = SystemUnderTest.get().mail().store();
        Instant limit = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(limit)) {
            for (CaughtMail mail : caught.newestFirst()) {
                if (mail.messageId().startsWith("<" + idBeginsWith + "@")) {
                    return caught.find(mail.number()).orElseThrow();
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("no mail with the id " + idBeginsWith);
    }

    private static List<String> timeline() {
        return client
                .get("/api/v1/customers/" + customerId + "/timeline")
                .object()
                .getJsonArray("entries")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getString("type"))
                .toList();
    }

    private static BigDecimal amount(JsonObject of, String name) {
        return of.getJsonObject(name).getJsonNumber("value").bigDecimalValue();
    }

    private static JsonObject customerParty() {
        return Json.createObjectBuilder()
                .add("id", customerId)
                .add("role", "customer")
                .add("name", "Story Teller")
                .add("@referredType", "Customer")
                .build();
    }

    private static JsonObject reference(Answer created) {
        return Json.createObjectBuilder()
                .add("id", created.object().getString("id"))
                .build();
    }
}
