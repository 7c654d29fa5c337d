package net.dotmac.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists keep their state in the URL, their views under a name, and their rows in a file. */
@Tag("e2e")
class ListTest {

    private static ConsoleBrowser browser;

    @BeforeAll
    static void signIn() {
        browser = ConsoleBrowser.get();
    }

    private static String url(String path) {
        return browser.url(path);
    }

    private static Page.GetByRoleOptions named(String name) {
        return ConsoleBrowser.named(name);
    }

    @Test
    void aListIsExportedAsShownAndItsViewIsKept() throws IOException {
        try (Page page = browser.newPage()) {
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

    /** The list that follows the network by itself has its state in the URL as the others have. */
    @Test
    void alarmsAreExportedAsTheUrlSays() throws IOException {
        try (Page page = browser.newPage()) {
            page.navigate(url("alarms?show=all&sort=-alarmedObject&hide=4"));
            assertThat(page.getByText("Probable cause", new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            Download file = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, named("CSV")).click());
            String header = Files.readAllLines(file.path()).get(0);
            assertEquals("alarms.csv", file.suggestedFilename());
            assertTrue(header.contains("Probable cause") && !header.contains("Detail"), header);
            assertThat(page.getByRole(AriaRole.MENUITEM, named("Views"))).isVisible();
        }
    }

    /** What a browser sends twice because the answer was late is carried out once, and the page goes on by loading anew. */
    @Test
    void aMessageOutOfItsTurnLoadsThePageAnew() {
        try (Page page = browser.newPage()) {
            page.navigate(url("customers"));
            Locator search = page.getByRole(AriaRole.TEXTBOX, named("Name, number, phone, e-mail, address"));
            assertThat(search).isVisible();
            Request sent = page.waitForRequest(
                    request -> request.url().contains("v-r=uidl") && request.postData() != null,
                    () -> search.fill("anna"));
            page.waitForURL("**/customers?q=anna");
            String again = sent.postData().replaceFirst("\"syncId\":\\d+", "\"syncId\":999");
            APIResponse answer = page.request()
                    .post(
                            sent.url(),
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/json")
                                    .setData(again));
            assertTrue(answer.text().contains("\"caption\":null"), answer.text());
        }
    }
}
