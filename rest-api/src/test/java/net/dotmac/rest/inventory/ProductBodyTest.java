package net.dotmac.rest.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.rest.json.Json;
import net.dotmac.rest.write.Links;
import net.dotmac.services.Discount;
import net.dotmac.services.ProductDetails;
import net.dotmac.services.SubscriptionItem;
import org.junit.jupiter.api.Test;

class ProductBodyTest {

    private static final UUID ID = UUID.randomUUID();
    private static final LocalDate START = LocalDate.of(2027, 3, 1);

    @Test
    void mandatoryAttributesAreShown() {
        JsonNode shown = shown(false);
        for (String name : new String[] {
            "id",
            "href",
            "status",
            "relatedParty",
            "billingAccount",
            "productOffering",
            "productCharacteristic",
            "productPrice",
            "@type"
        }) {
            assertTrue(shown.hasNonNull(name), name);
        }
        assertTrue(shown.path("productCharacteristic").path(0).hasNonNull("value"));
        JsonNode price = shown.path("productPrice").path(0);
        assertEquals("recurring", price.path("priceType").asText());
        assertEquals("month", price.path("recurringChargePeriod").asText());
        assertEquals(
                "39.9", price.path("price").path("dutyFreeAmount").path("value").asText());
        JsonNode alteration = price.path("productPriceAlteration").path(0);
        assertEquals(10, alteration.path("price").path("percentage").asInt());
    }

    @Test
    void aPriceWithTaxInsideSaysSo() {
        JsonNode price = shown(true).path("productPrice").path(0).path("price");
        assertTrue(price.has("taxIncludedAmount"));
        assertTrue(!price.has("dutyFreeAmount"));
    }

    private static JsonNode shown(boolean isTaxIncluded) {
        PriceTerms terms = new PriceTerms(
                ID,
                "Fibre",
                PriceType.RECURRING,
                ChargePeriod.MONTHLY,
                new BigDecimal("39.9"),
                "EUR",
                isTaxIncluded,
                "standard",
                null);
        Discount discount = new Discount("Welcome", Discount.Kind.PERCENT, BigDecimal.TEN, null, null);
        SubscriptionItem item =
                new SubscriptionItem(ID, ID, "Fibre", ID, terms, BigDecimal.ONE, List.of(discount), START, null);
        ProductDetails product = new ProductDetails(
                ID, "Fibre", "active", ID, ID, ID, "Fibre", ID, 1, START, null, null, Instant.EPOCH, List.of(item));
        return Json.write(ProductBody.of(product, ZoneOffset.UTC, new Links("http://isp")));
    }
}
