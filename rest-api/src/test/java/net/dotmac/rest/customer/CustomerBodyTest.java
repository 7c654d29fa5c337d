package net.dotmac.rest.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.json.Attributes;
import net.dotmac.rest.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerBodyTest {

    private static final CustomerData DATA = new CustomerData(
            "C-1",
            "Anna Weber",
            CustomerKind.BUSINESS,
            "anna@example.org",
            "+49 30 1",
            new PostalAddress("Hauptstr. 1", "10115", "Berlin", "DE"),
            "DE123",
            "de",
            "party-7");

    @Test
    void whatIsShownIsReadAsTheSame() {
        ObjectNode shown = (ObjectNode) Json.write(CustomerBody.of(details(DATA), "h"));
        shown.retain(Attributes.of(CustomerBody.Form.class));
        assertEquals(DATA, Json.read(shown, CustomerBody.Form.class).data());
    }

    @Test
    void aCustomerOfWhomLittleIsKnownHasTheMandatoryAttributes() {
        CustomerData little = new CustomerData("C-2", "B", CustomerKind.HOUSEHOLD, null, null, null, null, "en", null);
        JsonNode shown = Json.write(CustomerBody.of(details(little), "h"));
        for (String name : new String[] {"id", "href", "name", "status", "engagedParty", "@type"}) {
            assertTrue(shown.hasNonNull(name), name);
        }
        assertTrue(shown.path("engagedParty").hasNonNull("id"));
        assertEquals(
                "Individual", shown.path("engagedParty").path("@referredType").asText());
    }

    @Test
    void theMandatoryAttributesAreEnough() {
        CustomerData data = read("{'name':'B','engagedParty':{'id':'p','@referredType':'Organization'}}")
                .data();
        assertEquals(CustomerKind.BUSINESS, data.kind());
        assertEquals("p", data.partyId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'engagedParty':{'id':'p','@referredType':'Individual'}}|name",
                "{'name':'B'}|engagedParty",
                "{'name':'B','engagedParty':{'id':'p'}}|engagedParty",
                "{'name':'B','engagedParty':{'id':'p','@referredType':'I'},'contactMedium':[{'mediumType':'fax',"
                        + "'characteristic':{}}]}|contactMedium",
                "{'name':'B','engagedParty':{'id':'p','@referredType':'I'},'contactMedium':[{'mediumType':'email'}]}"
                        + "|contactMedium",
                "{'name':'B','engagedParty':{'id':'p','@referredType':'I'},'characteristic':[{'name':'shoe',"
                        + "'value':'42'}]}|characteristic",
                "{'name':'B','engagedParty':{'id':'p','@referredType':'I'},'characteristic':[{'name':'vatId',"
                        + "'value':42}]}|characteristic",
            })
    void nonsenseIsNamed(String json, String attribute) {
        var refused = assertThrows(DomainException.class, () -> read(json).data());
        assertEquals(attribute, refused.attribute());
    }

    private static CustomerDetails details(CustomerData data) {
        return new CustomerDetails(UUID.randomUUID(), data, "active", Instant.EPOCH, Instant.EPOCH, 0);
    }

    private static CustomerBody.Form read(String json) {
        return Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), CustomerBody.Form.class);
    }
}
