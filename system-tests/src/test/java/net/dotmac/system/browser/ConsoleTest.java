package net.dotmac.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoPlan;
import net.dotmac.devtools.demo.DemoTenant;
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

    private static SystemUnderTest system;
    private static Playwright playwright;
    private static Browser browser;
    private static BrowserContext session;

    @BeforeAll
    static void signIn() {
        system = SystemUnderTest.get();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
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
        session = browser.newContext(new Browser.NewContextOptions().setViewportSize(1360, 860));
        try (Page page = session.newPage()) {
            page.navigate(url("customers"));
            enter(page, DemoCredentials.password(system.credentials(), DemoTenant.ALPENNETZ, "admin"));
            assertThat(page.getByRole(AriaRole.HEADING, named("Customers"))).isVisible();
        }
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

    @Test
    void anInvoiceTellsToWhomItWasMailedAndIsSentAgain() throws SQLException {
        try (Page page = session.newPage()) {
            page.navigate(url("invoices/" + anInvoice()));
            assertThat(page.getByRole(AriaRole.HEADING, named("By mail"))).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Send (again|now)")))
                    .click();
            assertThat(page.getByText("The document goes to")).isVisible();
            check(page, "invoice");
        }
    }

    /** Of a household whose first month is billed for this; only the first call makes one. */
    private static String anInvoice() throws SQLException {
        try (Connection connection = system.database("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select a.id from billing.billing_account a join "
                        + "customers.customer c on c.tenant_id = a.tenant_id and c.id = a.customer_id where a.tenant_id = '"
                        + DemoTenant.ALPENNETZ.id() + "' and a.cycle_day = 1 and c.email is not null "
                        + "and c.street is not null order by a.number desc limit 1")) {
            row.next();
            RestClient client = system.client(DemoTenant.ALPENNETZ);
            BillingRuns.run(
                    client,
                    DemoPlan.on(SystemUnderTest.TODAY, SystemUnderTest.CUSTOMERS)
                            .firstMonth()
                            .toString(),
                    "issue",
                    row.getString(1));
            return client.get("/tmf-api/customerBillManagement/v4/customerBill?limit=1&billingAccount.id="
                            + row.getString(1))
                    .json()
                    .asJsonArray()
                    .getJsonObject(0)
                    .getString("id");
        }
    }

    @Test
    void aLinkToNothingSaysSo() {
        try (Page page = session.newPage()) {
            page.navigate(url("customers/00000000-0000-7000-8000-000000000000"));
            assertThat(page.getByText("exists here")).isVisible();
            check(page, "not-found");
        }
    }

    /** Saves a picture for people to look at, and lets axe look for what keeps somebody from using the page. */
    private static void check(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(ConsoleTest::words)
                        .toList();
        assertEquals(List.of(), serious, "axe on " + name);
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }
}
