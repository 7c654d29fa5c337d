package net.dotmac.rest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.dotmac.kernel.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {

    private static final JsonNode ORDER =
            tree("{\"id\":\"1\",\"href\":\"h\",\"state\":\"done\",\"party\":{\"id\":\"p\",\"name\":\"n\"},"
                    + "\"item\":[{\"id\":\"i\",\"price\":{\"unit\":\"EUR\",\"value\":1}},{\"id\":\"j\"}]}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "none|{\"id\":\"1\",\"href\":\"h\"}",
                "state|{\"id\":\"1\",\"href\":\"h\",\"state\":\"done\"}",
                "state,none|{\"id\":\"1\",\"href\":\"h\",\"state\":\"done\"}",
                "party.name|{\"id\":\"1\",\"href\":\"h\",\"party\":{\"name\":\"n\"}}",
                "party.name,party|{\"id\":\"1\",\"href\":\"h\",\"party\":{\"id\":\"p\",\"name\":\"n\"}}",
                "party,party.name|{\"id\":\"1\",\"href\":\"h\",\"party\":{\"id\":\"p\",\"name\":\"n\"}}",
                "item.price.value|{\"id\":\"1\",\"href\":\"h\",\"item\":[{\"price\":{\"value\":1}},{}]}",
            })
    void keepsWhatIsAskedForAndTheIdentity(String fields, String expected) {
        assertEquals(tree(expected), Projection.parse(fields).apply(ORDER));
    }

    @Test
    void withoutFieldsEverythingStays() {
        assertEquals(ORDER, Projection.parse(null).apply(ORDER));
        assertEquals(ORDER, Projection.parse(" ").apply(ORDER));
    }

    @Test
    void anUnknownFieldIsRefused() {
        Set<String> known = Set.of("id", "state");
        Projection.parse("state,none").requireKnown(known);
        assertThrows(DomainException.class, () -> Projection.parse("stat").requireKnown(known));
        assertThrows(DomainException.class, () -> Projection.parse("stat.x").requireKnown(known));
    }

    private static JsonNode tree(String json) {
        return Json.tree(json.getBytes(StandardCharsets.UTF_8));
    }
}
