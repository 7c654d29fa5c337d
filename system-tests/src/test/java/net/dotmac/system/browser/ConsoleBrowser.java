package net.dotmac.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.SystemUnderTest;

/** A browser signed in to the console; takes the pictures of a page and has axe look at it. */
final class ConsoleBrowser {

    private static final Path PICTURES = Path.of("target/screenshots");
    /** The first page of a server that has just started takes its time where others want the processor too. */
    private static final double PATIENCE_MILLIS = 20_000;

    /** A desk, a laptop's half, a telephone. The last is what axe sees, for there most is hidden. */
    private static final List<Integer> WIDTHS = List.of(1360, 820, 390);

    private static final int HEIGHT = 860;

    private static ConsoleBrowser shared;

    private final SystemUnderTest system;
    private final Browser browser;
    private final BrowserContext session;

    private ConsoleBrowser(SystemUnderTest system) {
        this.system = system;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
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

    /** The one browser that all tests of a run share, as they share the system. */
    static synchronized ConsoleBrowser get() {
        if (shared == null) {
            shared = new ConsoleBrowser(SystemUnderTest.get());
        }
        return shared;
    }

    /** A page of the person who is signed in. */
    Page newPage() {
        return session.newPage();
    }

    /** A browser of somebody who is not. */
    BrowserContext stranger() {
        return browser.newContext();
    }

    String url(String path) {
        return system.system().http("/console/" + path).toString();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    static void enter(Page page, String password) {
        page.getByLabel("Provider").fill(DemoTenant.ALPENNETZ.slug());
        page.getByLabel("User name").fill("admin");
        page.getByRole(AriaRole.TEXTBOX, named("Password")).fill(password);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    /** Saves pictures for people to look at, and lets axe look for what keeps somebody from using the page. */
    void check(Page page, String name) {
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
                        .map(ConsoleBrowser::words)
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
