package net.dotmac.rest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    record Price(String unit, BigDecimal value) {}

    record Thing(
            String name,
            Integer count,
            Boolean open,
            Instant at,
            LocalDate on,
            Price price,
            List<Price> prices,
            @JsonProperty("@type") String type) {

        Thing {
            if (count != null && count < 0) {
                throw new IllegalArgumentException("count is 0 or more");
            }
        }
    }

    @Test
    void readsWhatItKnows() {
        Thing thing = read("{\"name\":\"a\",\"count\":2,\"open\":true,\"at\":\"2027-03-01T12:00:00+13:00\","
                + "\"on\":\"2027-03-01\",\"price\":{\"unit\":\"EUR\",\"value\":39.90},\"@type\":\"Thing\"}");
        assertEquals(Instant.parse("2027-02-28T23:00:00Z"), thing.at());
        assertEquals(new BigDecimal("39.90"), thing.price().value());
        assertEquals("Thing", thing.type());
    }

    @Test
    void typeAnnotationsAreTolerated() {
        Thing thing = read("{\"name\":\"a\",\"@baseType\":\"X\",\"@schemaLocation\":\"u\","
                + "\"price\":{\"@type\":\"Money\",\"@referredType\":{\"a\":[1]}}}");
        assertEquals("a", thing.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"nmae\":\"x\"}|unknown-attribute|nmae",
                "{\"price\":{\"amount\":1}}|unknown-attribute|price.amount",
                "{\"prices\":[{},{\"x\":1}]}|unknown-attribute|prices[1].x",
                "{\"count\":\"2\"}|invalid-value|count",
                "{\"count\":2.5}|invalid-value|count",
                "{\"name\":2}|invalid-value|name",
                "{\"open\":\"yes\"}|invalid-value|open",
                "{\"at\":\"yesterday\"}|invalid-value|at",
                "{\"on\":\"2027-02-30\"}|invalid-value|on",
                "{\"price\":\"free\"}|invalid-value|price",
                "{\"prices\":{}}|invalid-value|prices",
                "{\"price\":{\"value\":1e999999}}|invalid-value|price.value",
                "{\"price\":{\"value\":\"1\"}}|invalid-value|price.value",
            })
    void namesTheAttributeAtFault(String json, String slug, String attribute) {
        DomainException refused = assertThrows(DomainException.class, () -> read(json));
        assertEquals(slug, refused.problem().slug());
        assertEquals(attribute, refused.attribute());
        assertFalse(refused.getMessage().contains("java."), refused.getMessage());
        assertFalse(refused.getMessage().contains("net.dotmac"), refused.getMessage());
    }

    @Test
    void aRefusedValueSaysWhy() {
        DomainException refused = assertThrows(DomainException.class, () -> read("{\"count\":-1}"));
        assertTrue(refused.getMessage().contains("count is 0 or more"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"{", "{}{}", "{\"name\":\"a\",\"name\":\"b\"}", "[]", "7", "null", "nil", "''", "{\"name\":\"a\",}"
            })
    void whatIsNoObjectIsRefused(String json) {
        DomainException refused = assertThrows(DomainException.class, () -> read(json));
        assertEquals(CommonProblem.INVALID_VALUE, refused.problem());
    }

    @Test
    void depthAndNumbersAreBounded() {
        assertThrows(DomainException.class, () -> Json.tree(bytes("[".repeat(100_000))));
        assertThrows(DomainException.class, () -> Json.tree(bytes("[" + "9".repeat(100) + "]")));
        assertThrows(DomainException.class, () -> Json.tree(new byte[0]));
    }

    @Test
    void writesPlainly() {
        Thing thing = new Thing(
                "ä", null, null, Instant.parse("2027-03-01T12:00:00Z"), LocalDate.of(2027, 3, 1), null, null, null);
        assertEquals(
                "{\"name\":\"ä\",\"at\":\"2027-03-01T12:00:00Z\",\"on\":\"2027-03-01\"}",
                new String(Json.bytes(thing), StandardCharsets.UTF_8));
        assertEquals(
                "{\"value\":0.00000001}",
                new String(Json.bytes(new Price(null, new BigDecimal("1E-8"))), StandardCharsets.UTF_8));
        assertNull(Json.write(thing).get("count"));
    }

    @Test
    void attributesAreSpelledAsInJson() {
        assertEquals(
                Set.of("name", "count", "open", "at", "on", "price", "prices", "@type"), Attributes.of(Thing.class));
    }

    @Property(tries = 300)
    @Tag("property")
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            read(text);
        } catch (DomainException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    private static Thing read(String json) {
        return Json.read(bytes(json), Thing.class);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
