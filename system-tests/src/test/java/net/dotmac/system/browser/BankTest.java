package net.dotmac.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.BillingRuns;
import net.dotmac.system.RestClient;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A statement is handed in by a person, who then decides on what could not be posted. */
@Tag("e2e")
class BankTest {

    private static ConsoleBrowser browser;
    private static JsonObject bill;

    @BeforeAll
    static void owe() {
        RestClient client = SystemUnderTest.get().client(DemoTenant.ALPENNETZ);
        String[] accounts =
                client
                        .get("/tmf-api/accountManagement/v4/billingAccount?limit=5&offset=10")
                        .json()
                        .asJsonArray()
                        .stream()
                        .map(account -> account.asJsonObject().getString("id"))
                        .toArray(String[]::new);
        BillingRuns.run(client, "2027-03-01", "issue", accounts);
        bill = client.get("/tmf-api/customerBillManagement/v4/customerBill?state=new&category=invoice&limit=1")
                .json()
                .asJsonArray()
                .getJsonObject(0);
        browser = ConsoleBrowser.get();
    }

    @Test
    void aStatementIsTakenInAndItsSuggestionAccepted() {
        try (Page page = browser.newPage()) {
            page.navigate(browser.url("bank"));
            assertThat(page.getByRole(AriaRole.HEADING, ConsoleBrowser.named("Bank")))
                    .isVisible();
            page.getByRole(AriaRole.BUTTON, ConsoleBrowser.named("Take in a statement"))
                    .click();
            page.getByLabel("Bank account of the CSV file").fill("AT00");
            page.locator("vaadin-upload input[type=file]")
                    .setInputFiles(new FilePayload("march.csv", "text/csv", csv().getBytes(StandardCharsets.UTF_8)));
            assertThat(page.getByText("2 movements up to")).isVisible();
            Locator accept = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName(Pattern.compile("Accept .*" + bill.getString("billNo"))));
            assertThat(accept).isVisible();
            browser.check(page, "bank");
            page.getByText("something unknown").click();
            assertThat(page.getByRole(AriaRole.HEADING, ConsoleBrowser.named("What the bank told")))
                    .isVisible();
            assertThat(page.getByText("Nothing fits")).isVisible();
            browser.check(page, "bank-transaction");
            page.getByLabel("Note").fill("asked the bank");
            page.getByRole(AriaRole.BUTTON, ConsoleBrowser.named("Park")).click();
            assertThat(page.locator(".page-head").getByText("Parked")).isVisible();
            page.navigate(browser.url("bank"));
            accept.click();
            assertThat(page.getByText("Recorded as a payment of")).isVisible();
            page.navigate(browser.url("bank?state=matched"));
            assertThat(page.getByText("thanks for the internet")).isVisible();
        }
    }

    /** More than the payer of a quoted invoice owes altogether is for a person to decide; the other says nothing at all. */
    private static String csv() {
        String due = bill.getJsonObject("remainingAmount")
                .getJsonNumber("value")
                .bigDecimalValue()
                .add(BigDecimal.valueOf(10_000))
                .toString();
        String day = bill.getString("billDate").substring(0, 10);
        return "Date;Name;Purpose;Amount\n" + day + ";Somebody;thanks for the internet " + bill.getString("billNo")
                + ";" + due + "\n" + day + ";Nobody;something unknown;3.33\n";
    }
}
