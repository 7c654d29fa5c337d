package net.dotmac.rest.tmf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dotmac.kernel.DomainException;

/**
 * A named value beside a resource's own attributes: TMF630 part 15's way to extend one without a schema.
 *
 * @param valueType {@code string} or {@code number}
 */
public record Characteristic(String name, String valueType, JsonNode value) {

    public static Characteristic text(String name, String value) {
        return new Characteristic(name, "string", TextNode.valueOf(value));
    }

    public static Characteristic number(String name, BigDecimal value) {
        return new Characteristic(name, "number", DecimalNode.valueOf(value));
    }

    /**
     * The texts that were sent, by name.
     *
     * @param known names that mean something here
     * @throws DomainException {@code invalid-value} for another name, a name sent twice, or a value that is no text
     */
    public static Map<String, String> texts(List<Characteristic> sent, Set<String> known) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Characteristic one : sent == null ? List.<Characteristic>of() : sent) {
            if (one.name() == null || !known.contains(one.name())) {
                throw DomainException.invalid(
                        "characteristic",
                        "There is no characteristic " + one.name() + " here, only "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            if (one.value() == null || !one.value().isTextual()) {
                throw DomainException.invalid("characteristic", "The value of " + one.name() + " has to be a text.");
            }
            if (texts.put(one.name(), one.value().asText()) != null) {
                throw DomainException.invalid("characteristic", "The characteristic " + one.name() + " came twice.");
            }
        }
        return texts;
    }
}
