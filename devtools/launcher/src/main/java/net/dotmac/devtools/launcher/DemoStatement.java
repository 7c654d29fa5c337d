package net.dotmac.devtools.launcher;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.dotmac.devtools.demo.DemoTenant;

/**
 * A small statement of the provider's bank, with what comes in on any day: an invoice quoted in other words, one paid
 * with a euro too much, a payer who writes nothing but his name, a stranger, and the bank's fee.
 */
final class DemoStatement {

    private static final int INVOICES = 3;

    private final ApiClient api;
    private final DemoTenant tenant;

    DemoStatement(ApiClient api, DemoTenant tenant) {
        this.api = api;
        this.tenant = tenant;
    }

    /** Takes it in, if there are invoices that nobody has paid. */
    void take(LocalDate day) {
        JsonArray open = api.get(
                        "/tmf-api/customerBillManagement/v4/customerBill?state=new&category=invoice&limit=" + INVOICES)
                .asJsonArray();
        if (open.size() < INVOICES) {
            return;
        }
        List<JsonObject> bills = open.getValuesAs(JsonObject.class);
        String rows = String.join(
                "\n",
                "Date;Payer;Purpose;Amount;Currency",
                row(day, bills.get(0), "invoice " + spoken(bills.get(0)), BigDecimal.ZERO),
                row(day, bills.get(1), "internet " + spoken(bills.get(1)) + " thank you", BigDecimal.ONE),
                row(day, bills.get(2), "thanks", BigDecimal.ZERO),
                day + ";C. Nobody;for the second half of last month;17.35;" + currency(bills.get(0)),
                day + ";;account fee;-4.90;" + currency(bills.get(0)));
        api.upload("/api/v1/bank-statements?account=" + tenant.slug().toUpperCase(Locale.ROOT), "text/csv", rows);
    }

    private static String spoken(JsonObject bill) {
        return bill.getString("billNo").replace('-', ' ');
    }

    private static String row(LocalDate day, JsonObject bill, String text, BigDecimal more) {
        BigDecimal amount = new BigDecimal(
                bill.getJsonObject("remainingAmount").get("value").toString());
        String name = bill.getJsonArray("relatedParty").getJsonObject(0).getString("name", "");
        return day + ";" + name + ";" + text + ";" + amount.add(more) + ";" + currency(bill);
    }

    private static String currency(JsonObject bill) {
        return bill.getJsonObject("remainingAmount").getString("unit");
    }
}
