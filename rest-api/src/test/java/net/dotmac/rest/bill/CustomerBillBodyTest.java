package net.dotmac.rest.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceLineDetails;
import net.dotmac.billing.InvoiceTaxDetails;
import net.dotmac.customers.BillTo;
import net.dotmac.rest.json.Json;
import net.dotmac.rest.write.Links;
import org.junit.jupiter.api.Test;

class CustomerBillBodyTest {

    private static final UUID ID = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final Links LINKS = new Links("http://isp");

    @Test
    void aBillHasTheMandatoryAttributesAndItsAmounts() {
        var tax = new InvoiceTaxDetails("standard", "", new BigDecimal("20"), 1000, 200);
        JsonNode shown = Json.write(CustomerBillBody.of(bill(), List.of(tax), ZoneOffset.UTC, LINKS));
        for (String name : new String[] {"id", "href", "billDocument", "billingAccount", "state", "@type"}) {
            assertTrue(shown.hasNonNull(name), name);
        }
        assertTrue(shown.path("billDocument").path(0).hasNonNull("id"));
        assertEquals("partiallyPaid", shown.path("state").asText());
        assertEquals(new BigDecimal("12.00"), value(shown, "taxIncludedAmount"));
        assertEquals(new BigDecimal("10.00"), value(shown, "taxExcludedAmount"));
        assertEquals(new BigDecimal("7.00"), value(shown, "remainingAmount"));
        assertEquals(20, shown.path("taxItem").path(0).path("taxRate").asInt());
    }

    @Test
    void aLineIsBilledAndLeadsToItsBill() {
        InvoiceLineDetails line = new InvoiceLineDetails(
                ID,
                3,
                ID,
                ID,
                "usage",
                "Data",
                DAY,
                DAY.plusMonths(1),
                new BigDecimal("2"),
                new BigDecimal("5"),
                0,
                1000,
                200,
                "standard",
                new BigDecimal("20"),
                false,
                new BigDecimal("102"),
                new BigDecimal("100"),
                "GB",
                new BigDecimal("1"),
                "1 × 5");
        JsonNode shown = Json.write(AppliedRateBody.of(line, Map.of(ID, bill()), ZoneOffset.UTC, LINKS));
        assertTrue(shown.path("isBilled").asBoolean());
        assertEquals(ID + "-3", shown.path("id").asText());
        assertEquals(ID.toString(), shown.path("bill").path("id").asText());
        assertEquals(
                "2027-03-01T00:00:00Z",
                shown.path("periodCoverage").path("startDateTime").asText());
        assertEquals(new BigDecimal("12.00"), value(shown, "taxIncludedAmount"));
        assertEquals("usage", shown.path("type").asText());
        assertEquals(
                "1 × 5",
                shown.findValuesAsText("value")
                        .get(shown.findValuesAsText("value").size() - 1));
        assertEquals("AppliedCustomerBillingRate", shown.path("@type").asText());
    }

    private static BigDecimal value(JsonNode shown, String amount) {
        return shown.path(amount).path("value").decimalValue();
    }

    private static InvoiceDetails bill() {
        BillTo buyer = new BillTo(ID, "C-1", "Anna", null, null, null, "en");
        return new InvoiceDetails(
                ID,
                "invoice",
                "INV-1",
                ID,
                "A-1",
                null,
                null,
                ID,
                DAY,
                DAY,
                DAY.plusDays(14),
                "EUR",
                1000,
                200,
                1200,
                700,
                "partiallyPaid",
                "standard",
                buyer,
                Instant.EPOCH);
    }
}
