package net.dotmac.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.launcher.Ports;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clicks through the console; saves a picture of each page; axe finds nothing serious. */
@Tag("e2e")
class ConsoleTest {

    private static final Path PICTURES = Path.of("target/screenshots");
    /** The first page of a server that has just started takes its time where others want the processor too. */
    private static final double PATIENCE_MILLIS = 20_000;

    /** A desk, a laptop's half, a telephone. The last is what axe sees, for there most is hidden. */
    private static final List<Integer> WIDTHS = List.of(1360, 820, 390);

    private static final int HEIGHT = 860;

    private static final String DEVICE = "edge-7.telfs";

    private static SystemUnderTest system;
    private static Playwright playwright;
    private static Browser browser;
    private static BrowserContext session;

    @BeforeAll
    static void signIn() {
        system = SystemUnderTest.get();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        fill();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("chromium is missing; make test installs it where it may"));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        session = browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDTHS.get(0), HEIGHT));
        try (Page page = session.newPage()) {
            page.navigate(url("customers"));
            enter(page, DemoCredentials.password(system.credentials(), DemoTenant.ALPENNETZ, "admin"));
            assertThat(page.getByRole(AriaRole.HEADING, named("Customers"))).isVisible();
        }
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

    @AfterAll
    static void close() {
        playwright.close();
    }

    private static String url(String path) {
        return system.system().http("/console/" + path).toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void enter(Page page, String password) {
        page.getByLabel("Provider").fill(DemoTenant.ALPENNETZ.slug());
        page.getByLabel("User name").fill("admin");
        page.getByRole(AriaRole.TEXTBOX, named("Password")).fill(password);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        try (BrowserContext stranger = browser.newContext();
                Page page = stranger.newPage()) {
            page.navigate(url(""));
            enter(page, "not the password");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("That did not work");
            check(page, "sign-in");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dashboard, '', Dashboard",
        "customers, customers, Customers",
        "new-customer, customers/new, New customer",
        "catalog, catalog, Catalogue",
        "billing-runs, billing-runs, Billing runs",
        "invoices, invoices, Invoices",
        "devices, devices, Devices",
        "alarms, alarms, Alarms"
    })
    void eachPageOpensByItsLink(String name, String path, String heading) {
        try (Page page = session.newPage()) {
            page.navigate(url(path));
            assertThat(page.getByRole(AriaRole.HEADING, named(heading))).isVisible();
            check(page, name);
        }
    }

    @Test
    void aCustomerIsFoundAsOneTypesAndBackLeadsBack() {
        try (Page page = session.newPage()) {
            page.navigate(url("customers"));
            Locator search = page.getByRole(AriaRole.TEXTBOX, named("Name, number, phone, e-mail, address"));
            search.fill("anna ber");
            page.waitForURL(Pattern.compile(".*/customers\\?q=anna.*"));
            Locator anna = page.getByText("Anna Berger", new Page.GetByTextOptions().setExact(true));
            anna.first().click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Anna Berger"))).isVisible();
            check(page, "customer");
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
        try (Page page = session.newPage()) {
            find(page, number);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(number)))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.HEADING, named("By mail"))).isVisible();
            check(page, "invoice");
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
        try (Page page = session.newPage()) {
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
            check(page, "invoices-paid");
            page.navigate(url("invoices?state=overdue&q=" + number));
            assertThat(row).not().isVisible();
        }
    }

    @Test
    void aDeviceIsFoundByAPartOfItsName() {
        try (Page page = session.newPage()) {
            find(page, DEVICE.substring(0, DEVICE.length() - 2));
            assertThat(page.getByRole(AriaRole.HEADING, named(DEVICE))).isVisible();
            check(page, "device");
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
    void aListIsExportedAsShownAndItsViewIsKept() throws IOException {
        try (Page page = session.newPage()) {
            page.navigate(url("customers?q=anna+berger"));
            assertThat(page.getByText("Anna Berger", new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            page.getByRole(AriaRole.MENUITEM, named("Columns")).click();
            page.getByRole(AriaRole.MENUITEM, named("Phone")).click();
            page.waitForURL("**/customers?*hide=*");
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            Download file = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, named("CSV")).click());
            List<String> lines = Files.readAllLines(file.path());
            assertEquals("customers.csv", file.suggestedFilename());
            assertTrue(lines.get(0).contains("Name") && !lines.get(0).contains("Phone"), lines.get(0));
            assertTrue(
                    lines.size() > 1 && lines.stream().skip(1).allMatch(line -> line.contains("Berger")),
                    lines::toString);
            page.getByRole(AriaRole.MENUITEM, named("Views")).click();
            page.getByRole(AriaRole.MENUITEM, named("Save this view")).click();
            page.getByRole(AriaRole.TEXTBOX, named("Name")).fill("Bergers");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByText("Saved as Bergers")).isVisible();
            page.navigate(url("customers"));
            page.getByRole(AriaRole.MENUITEM, named("Views")).click();
            page.getByRole(AriaRole.MENUITEM, named("Bergers")).first().click();
            page.waitForURL("**/customers?q=anna*hide=*");
        }
    }

    @Test
    void aRunIsPreviewedAndItsExceptionsLeadToWhereTheyAreMended() {
        try (Page page = session.newPage()) {
            page.navigate(url("billing-runs"));
            page.getByRole(AriaRole.BUTTON, named("Preview")).click();
            page.waitForURL("**/billing-runs/*");
            assertThat(page.getByText("Finished", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            check(page, "billing-run");
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
        try (Page page = session.newPage()) {
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
        try (Page page = session.newPage()) {
            page.navigate(url("customers/00000000-0000-7000-8000-000000000000"));
            assertThat(page.getByText("exists here")).isVisible();
            check(page, "not-found");
        }
    }

    /** Saves pictures for people to look at, and lets axe look for what keeps somebody from using the page. */
    private static void check(Page page, String name) {
        for (String theme : List.of("light", "dark")) {
            page.evaluate("theme => document.documentElement.setAttribute('theme', theme)", theme);
            for (int width : WIDTHS) {
                page.setViewportSize(width, HEIGHT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + width + "-" + theme + ".png")));
            }
            axe(page, name + ", " + theme);
            page.setViewportSize(WIDTHS.get(0), HEIGHT);
        }
    }

    private static void axe(Page page, String what) {
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(ConsoleTest::words)
                        .toList();
        assertEquals(List.of(), serious, "axe on " + what);
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }
}
