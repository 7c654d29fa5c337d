package net.dotmac.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person brings a file with bad rows, sees which, and then a sound one, which he applies. */
@Tag("e2e")
class ImportTest {

    private static final String HEAD = "number;kind;name;cycleDay\n";

    private final ConsoleBrowser browser = ConsoleBrowser.get();

    @Test
    void badRowsAreShownAndASoundFileIsApplied() {
        try (Page page = browser.newPage()) {
            upload(page, "bad.csv", HEAD + "SEEN-1;robot;Robbie;1\n");
            assertThat(page.getByRole(AriaRole.HEADING, ConsoleBrowser.named("bad.csv")))
                    .isVisible();
            assertThat(page.getByText("One of household, business, publicBody."))
                    .isVisible();
            browser.check(page, "import-faults");
            upload(page, "good.csv", HEAD + "SEEN-1;household;Gerda Gut;1\n");
            assertThat(page.getByRole(AriaRole.HEADING, ConsoleBrowser.named("good.csv")))
                    .isVisible();
            page.getByRole(AriaRole.BUTTON, ConsoleBrowser.named("Apply")).click();
            page.getByRole(AriaRole.BUTTON, ConsoleBrowser.named("Write all rows"))
                    .click();
            assertThat(page.getByText("Rows written")).isVisible();
            browser.check(page, "import-proof");
        }
    }

    private void upload(Page page, String name, String csv) {
        page.navigate(browser.url("imports"));
        page.getByRole(AriaRole.BUTTON, ConsoleBrowser.named("Upload a file")).click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }
}
