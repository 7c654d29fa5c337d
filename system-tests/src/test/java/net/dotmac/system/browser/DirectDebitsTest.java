package net.dotmac.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import java.time.LocalDate;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.RestClient.Answer;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person enters the creditor and a mandate, and closes a batch for the bank. */
@Tag("e2e")
class DirectDebitsTest {

    private static final String BATCHES = "/api/v1/direct-debit-batches";

    private final ConsoleBrowser browser = ConsoleBrowser.get();
    private final RestClient client = SystemUnderTest.get().client(DemoTenant.ALPENNETZ);
    private final String account = client.get("/tmf-api/accountManagement/v4/billingAccount?limit=1&offset=17")
            .json()
            .asJsonArray()
            .getJsonObject(0)
            .getString("id");
    private final LocalDate day = LocalDate.parse(
            client.get("/api/v1/test-clock").object().getString("businessTime").substring(0, 10));

    @Test
    void aMandateIsEnteredAndItsInvoiceGoesToTheBank() {
        BillingRuns.run(client, day.plusMonths(1).toString(), "issue", account);
        try (Page page = browser.newPage()) {
            enterCreditor(page);
            enterMandate(page);
            page.navigate(browser.url("direct-debits"));
            button(page, "New collection");
            assertThat(page.getByRole(AriaRole.BUTTON, ConsoleBrowser.named("Collect these")))
                    .isVisible();
            browser.check(page, "direct-debits-new");
            page.navigate(browser.url("direct-debits/" + batch()));
            assertThat(page.getByText("DE89 … 3000")).isHidden();
            browser.check(page, "direct-debits-batch");
            button(page, "Close for the bank");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("File for the bank")))
                    .isVisible();
            page.navigate(browser.url("direct-debits"));
            assertThat(page.getByText("With the bank").first()).isVisible();
            browser.check(page, "direct-debits");
        }
    }

    private void enterCreditor(Page page) {
        page.navigate(browser.url("direct-debits"));
        button(page, "Creditor");
        page.getByLabel("Creditor id").fill("DE98ZZZ09999999998");
        page.getByLabel("Name").fill("Alpennetz");
        page.getByLabel("Town").fill("Wien");
        page.getByLabel("Country, two letters").fill("at");
        page.getByLabel("IBAN").fill("DE02120300000000202051");
        button(page, "Save");
        assertThat(page.getByText("expected a creditor id")).isVisible();
        page.getByLabel("Creditor id").fill("DE98ZZZ09999999999");
        browser.check(page, "direct-debits-creditor");
        button(page, "Save");
        assertThat(page.getByText("DE98ZZZ09999999999, 14 days of notice")).isVisible();
    }

    private void enterMandate(Page page) {
        page.navigate(browser.url("accounts/" + account));
        page.getByLabel("IBAN").fill("DE89 3704 0044 0532 0130 00");
        // The same day, whether the browser writes the month or the day first.
        LocalDate before = day.minusMonths(1);
        page.getByLabel("Signed on").fill("%1$d/%1$d/%2$d".formatted(before.getMonthValue(), before.getYear()));
        page.getByLabel("Signed on").press("Enter");
        button(page, "Add the mandate");
        assertThat(page.getByText("DE89 … 3000")).isVisible();
        browser.check(page, "account-mandate");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("-1")).click();
        button(page, "Show the IBAN");
        assertThat(page.getByText("DE89370400440532013000")).isVisible();
        browser.check(page, "mandate");
    }

    /** Of a day on which the account's invoices are due. */
    private String batch() {
        for (LocalDate wanted = day.plusDays(60); ; wanted = wanted.plusDays(1)) {
            Answer made = client.post(
                    BATCHES,
                    Json.createObjectBuilder()
                            .add("collectOn", wanted.toString())
                            .build());
            if (made.status() == 201) {
                return made.object().getString("id");
            } else if (made.status() != 400 || wanted.isAfter(day.plusDays(70))) {
                throw new AssertionError(made.toString());
            }
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
