package net.dotmac.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.launcher.Ports;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clicks through the console; saves a picture of each page; axe finds nothing serious. */
@Tag("e2e")
class ConsoleTest {

    private static final String DEVICE = "edge-7.telfs";

    private static SystemUnderTest system;
    private static ConsoleBrowser browser;

    @BeforeAll
    static void signIn() {
        system = SystemUnderTest.get();
        fill();
        browser = ConsoleBrowser.get();
    }

    /** What the demo's data lacks: some invoices, and a device that nobody answers for. */
    private static void fill() {
        RestClient client = system.client(DemoTenant.ALPENNETZ);
        String[] accounts =
                client.get("/tmf-api/accountManagement/v4/billingAccount?limit=5").json().asJsonArray().stream()
                        .map(account -> account.asJsonObject().getString("id"))
                        .toArray(String[]::new);
        BillingRuns.run(client, "2027-03-01", "issue", accounts);
        client.post(
                "/api/v1/devices",
                Json.createObjectBuilder()
                        .add("name", DEVICE)
                        .add("address", "127.0.0.1")
                        .add("snmpPort", Ports.free().snmp())
                        .add("community", "public")
                        .add("pollSeconds", 15)
                        .build());
    }

    private static String url(String path) {
        return browser.url(path);
    }

    private static Page.GetByRoleOptions named(String name) {
        return ConsoleBrowser.named(name);
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        try (BrowserContext stranger = browser.stranger();
                Page page = stranger.newPage()) {
            page.navigate(url(""));
            ConsoleBrowser.enter(page, "not the password");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("That did not work");
            browser.check(page, "sign-in");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dashboard, '', Dashboard",
        "customers, customers, Customers",
        "new-customer, customers/new, New customer",
        "orders, orders, Orders",
        "catalog, catalog, Catalogue",
        "price-changes, price-changes, Price changes",
        "promotions, promotions, Promotions",
        "collections, collections, Collections",
        "dunning-policies, dunning-policies, Dunning policies",
        "deposits-empty, deposits, Deposits",
        "vouchers-empty, vouchers, Vouchers",
        "billing-runs, billing-runs, Billing runs",
        "invoices, invoices, Invoices",
        "usage-empty, usage, Usage",
        "bank-empty, bank, Bank",
        "direct-debits-empty, direct-debits, Direct debits",
        "mandates-empty, mandates, Mandates",
        "card-payments-empty, card-payments, Card payments",
        "payouts-empty, payouts, Payouts",
        "payout-batches-empty, payout-batches, Files for the bank",
        "ledger, ledger, Ledger",
        "tax-rates, tax-rates, Tax rates",
        "ledger-periods, ledger?tab=periods, Ledger",
        "ledger-ageing, ledger?tab=ageing&asOf=2027-04-20, Ledger",
        "ledger-movements, ledger?tab=movements&from=2026-01-01&to=2027-12-31, Ledger",
        "ledger-recurring, ledger?tab=recurring&month=2027-04, Ledger",
        "ledger-accounts, ledger?tab=accounts, Ledger",
        "ledger-exports, ledger?tab=exports, Ledger",
        "imports-empty, imports, Import",
        "devices, devices, Devices",
        "alarms, alarms, Alarms"
    })
    void eachPageOpensByItsLink(String name, String path, String heading) {
        try (Page page = browser.newPage()) {
            page.navigate(url(path));
            assertThat(page.getByRole(AriaRole.HEADING, named(heading))).isVisible();
            browser.check(page, name);
        }
    }

    @Test
    void aCustomerIsFoundAsOneTypesAndBackLeadsBack() {
        try (Page page = browser.newPage()) {
            page.navigate(url("customers"));
            Locator search = page.getByRole(AriaRole.TEXTBOX, named("Name, number, phone, e-mail, address"));
            search.fill("anna ber");
            page.waitForURL(Pattern.compile(".*/customers\\?q=anna.*"));
            Locator anna = page.getByText("Anna Berger", new Page.GetByTextOptions().setExact(true));
            anna.first().click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Anna Berger"))).isVisible();
            browser.check(page, "customer");
            page.goBack();
            assertThat(search).hasValue("anna ber");
        }
    }

    @Test
    void anInvoiceIsFoundByItsNumberAndEnterOpensIt() {
        String number = system.client(DemoTenant.ALPENNETZ)
                .get("/tmf-api/customerBillManagement/v4/customerBill?limit=1")
                .json()
                .asJsonArray()
                .getJsonObject(0)
                .getString("billNo");
        try (Page page = browser.newPage()) {
            find(page, number);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(number)))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.HEADING, named("By mail"))).isVisible();
            browser.check(page, "invoice");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Send (again|now)")))
                    .click();
            assertThat(page.getByText("The document goes to")).isVisible();
        }
    }

    /** Paid by a partner's program a moment ago, an invoice stands among the paid ones and no longer among the open. */
    @Test
    void invoicesAreShownByWhatIsOpen() {
        RestClient client = system.client(DemoTenant.ALPENNETZ);
        JsonObject bill = client.get(
                        "/tmf-api/customerBillManagement/v4/customerBill?state=new&category=invoice&limit=1")
                .json()
                .asJsonArray()
                .getJsonObject(0);
        String number = bill.getString("billNo");
        try (Page page = browser.newPage()) {
            Locator row = page.getByText(number, new Page.GetByTextOptions().setExact(true));
            page.navigate(url("invoices?state=open&q=" + number));
            assertThat(row).isVisible();
            assertThat(page.locator("vaadin-select").last()).containsText("Open");
            page.navigate(url("invoices?state=paid&q=" + number));
            assertThat(page.locator("vaadin-select").last()).containsText("Paid");
            assertThat(row).not().isVisible();
            client.post(
                    "/api/v1/payments",
                    Json.createObjectBuilder()
                            .add(
                                    "billingAccountId",
                                    bill.getJsonObject("billingAccount").getString("id"))
                            .add("amount", bill.getJsonObject("remainingAmount"))
                            .add("invoiceId", bill.getString("id"))
                            .build());
            page.reload();
            assertThat(row).isVisible();
            browser.check(page, "invoices-paid");
            page.navigate(url("invoices?state=overdue&q=" + number));
            assertThat(row).not().isVisible();
        }
    }

    @Test
    void aDeviceIsFoundByAPartOfItsName() {
        try (Page page = browser.newPage()) {
            find(page, DEVICE.substring(0, DEVICE.length() - 2));
            assertThat(page.getByRole(AriaRole.HEADING, named(DEVICE))).isVisible();
            browser.check(page, "device");
        }
    }

    /** Types into the one search box, waits until it offers something, and presses Enter. */
    private static void find(Page page, String text) {
        page.navigate(url(""));
        Locator search = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search (Ctrl-K)"));
        assertThat(search).isVisible();
        page.keyboard().press("Control+k");
        assertThat(search).isFocused();
        page.keyboard().type(text);
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText(text);
        page.keyboard().press("Enter");
    }

    @Test
    void aRunIsPreviewedAndItsExceptionsLeadToWhereTheyAreMended() {
        try (Page page = browser.newPage()) {
            page.navigate(url("billing-runs"));
            page.getByRole(AriaRole.BUTTON, named("Preview")).click();
            page.waitForURL("**/billing-runs/*");
            assertThat(page.getByText("Finished", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            browser.check(page, "billing-run");
        }
    }

    /** What a device or a partner calls itself is text, whatever it looks like. */
    @Test
    void aScriptInANameIsShownAsText() {
        String name = "<script>document.title='owned'</script>";
        RestClient.Answer made = system.client(DemoTenant.ALPENNETZ)
                .post(
                        "/api/v1/devices",
                        Json.createObjectBuilder()
                                .add("name", name)
                                .add("address", "198.51.100.66")
                                .add("community", "public")
                                .add("monitored", false)
                                .build());
        assertEquals(201, made.status(), made.toString());
        try (Page page = browser.newPage()) {
            page.navigate(url("devices/" + made.object().getString("id")));
            assertThat(page.getByRole(AriaRole.HEADING, named(name))).isVisible();
            assertNotEquals("owned", page.title());
        }
        assertEquals(
                204,
                system.client(DemoTenant.ALPENNETZ)
                        .delete("/api/v1/devices/" + made.object().getString("id"))
                        .status());
    }

    @Test
    void aLinkToNothingSaysSo() {
        try (Page page = browser.newPage()) {
            page.navigate(url("customers/00000000-0000-7000-8000-000000000000"));
            assertThat(page.getByText("exists here")).isVisible();
            browser.check(page, "not-found");
        }
    }
}
