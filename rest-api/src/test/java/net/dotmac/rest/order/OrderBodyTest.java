package net.dotmac.rest.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.json.Json;
import net.dotmac.rest.write.Links;
import net.dotmac.services.Discount;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderDetails;
import net.dotmac.services.OrderedDiscount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBodyTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Test
    void anOrderIsRead() {
        OrderData data = read("{'requestedStartDate':'2027-02-28T12:00:00Z','relatedParty':[{'id':'" + ID
                        + "','role':'Customer','@referredType':'Customer'},{'id':'x','role':'seller'}],"
                        + "'billingAccount':{'id':'" + ID + "'},'productOrderItem':[{'id':'1','action':'add',"
                        + "'productOffering':{'id':'" + ID
                        + "'},'itemPrice':[{'priceAlteration':[{'name':'Welcome','applicationDuration':3,"
                        + "'price':{'percentage':10}}]}]}]}")
                .data(AUCKLAND);
        assertEquals(ID, data.customerId());
        assertEquals(LocalDate.of(2027, 3, 1), data.requestedStart());
        OrderData.Item item = data.items().get(0);
        assertEquals(OrderData.Action.ADD, item.action());
        assertEquals(1, item.quantity());
        assertEquals(ID, item.billingAccountId());
        assertEquals(
                List.of(new OrderedDiscount(
                        new Discount("Welcome", Discount.Kind.PERCENT, BigDecimal.TEN, null, null), 3)),
                item.discounts());
    }

    @Test
    void aPromotionsCodeIsReadAndShownBesideTheDiscounts() {
        OrderData data = read("{'relatedParty':[{'id':'" + ID + "'}],'productOrderItem':[{'id':'1','action':'add',"
                        + "'itemPrice':[{'priceAlteration':[{'priceType':'promotion','name':'SPRING-26'},"
                        + "{'name':'Welcome','price':{'percentage':10}}]}]}]}")
                .data(AUCKLAND);
        OrderData.Item item = data.items().get(0);
        assertEquals("SPRING-26", item.promotionCode());
        assertEquals(1, item.discounts().size());
        OrderDetails order =
                new OrderDetails(ID, data, "completed", List.of("completed"), Instant.EPOCH, Instant.EPOCH, 0);
        JsonNode alteration = Json.write(OrderBody.of(order, AUCKLAND, new Links("http://isp")))
                .at("/productOrderItem/0/itemPrice/0/priceAlteration/0");
        assertEquals("promotion", alteration.path("priceType").asText());
        assertEquals("SPRING-26", alteration.path("name").asText());
    }

    @Test
    void mandatoryAttributesAreShown() {
        var item = new OrderData.Item("1", OrderData.Action.ADD, 1, ID, ID, null, List.of());
        OrderData data = new OrderData(null, null, ID, LocalDate.of(2027, 3, 1), List.of(item));
        OrderDetails order =
                new OrderDetails(ID, data, "completed", List.of("completed"), Instant.EPOCH, Instant.EPOCH, 0);
        JsonNode shown = Json.write(OrderBody.of(order, AUCKLAND, new Links("http://isp")));
        for (String name : new String[] {
            "id", "href", "state", "orderDate", "completionDate", "relatedParty", "productOrderItem", "@type"
        }) {
            assertTrue(shown.hasNonNull(name), name);
        }
        assertEquals(
                "Customer",
                shown.path("relatedParty").path(0).path("@referredType").asText());
        assertEquals(
                "add", shown.path("productOrderItem").path(0).path("action").asText());
        assertEquals(
                "2027-03-01T00:00:00+13:00", shown.path("requestedStartDate").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{}|productOrderItem",
                "{'productOrderItem':[]}|productOrderItem",
                "{'productOrderItem':[{'id':'1','action':'add'}]}|relatedParty",
                "{'relatedParty':[{'id':'x'}],'productOrderItem':[{'id':'1','action':'add'}]}|relatedParty.id",
                "{'relatedParty':[{'id':'ID'}],'productOrderItem':[{'action':'add'}]}|productOrderItem.id",
                "{'relatedParty':[{'id':'ID'}],'productOrderItem':[{'id':'1'}]}|productOrderItem.action",
                "{'relatedParty':[{'id':'ID'}],'productOrderItem':[{'id':'1','action':'buy'}]}|productOrderItem.action",
                "{'relatedParty':[{'id':'ID'}],'requestedStartDate':'soon','productOrderItem':[{'id':'1',"
                        + "'action':'add'}]}|requestedStartDate",
                "{'relatedParty':[{'id':'ID'}],'productOrderItem':[{'id':'1','action':'add','itemPrice':"
                        + "[{'priceAlteration':[{'price':{}}]}]}]}|productOrderItem.itemPrice.priceAlteration",
                "{'relatedParty':[{'id':'ID'}],'productOrderItem':[{'id':'1','action':'add','itemPrice':"
                        + "[{'priceAlteration':[{'priceType':'promotion'}]}]}]}"
                        + "|productOrderItem.itemPrice.priceAlteration",
            })
    void nonsenseIsNamed(String json, String attribute) {
        String text = json.replace("ID", ID.toString());
        var refused = assertThrows(DomainException.class, () -> read(text).data(AUCKLAND));
        assertEquals(attribute, refused.attribute());
    }

    private static OrderBody.Form read(String json) {
        return Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), OrderBody.Form.class);
    }
}
