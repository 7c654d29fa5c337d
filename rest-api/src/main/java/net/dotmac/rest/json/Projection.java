package net.dotmac.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;

/**
 * The {@code fields} parameter of TMF630: which attributes a representation keeps. {@code id} and {@code href}
 * always stay; {@code none} keeps nothing else. Nested names ({@code price.value}) reach into objects and into each
 * element of a list.
 */
public final class Projection {

    private static final int MAX_FIELDS = 100;
    private static final Set<String> ALWAYS = Set.of("id", "href");

    /** Children by name; a name without children keeps its whole value. Null for the full representation. */
    private final Map<String, Object> wanted;

    private Projection(Map<String, Object> wanted) {
        this.wanted = wanted;
    }

    public static Projection full() {
        return new Projection(null);
    }

    /**
     * @param fields comma-separated names, or null or empty for the full representation
     * @throws DomainException {@code invalid-value} for more than a hundred names
     */
    public static Projection parse(String fields) {
        if (fields == null || fields.isBlank()) {
            return full();
        }
        Map<String, Object> wanted = new LinkedHashMap<>();
        String[] names = fields.split(",", MAX_FIELDS + 2);
        if (names.length > MAX_FIELDS) {
            throw DomainException.invalid("fields", "At most " + MAX_FIELDS + " fields can be asked for.");
        }
        Arrays.stream(names)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("none"))
                .forEach(name -> add(wanted, name));
        return new Projection(wanted);
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> wanted, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            wanted.put(name, Map.of());
            return;
        }
        String head = name.substring(0, dot);
        Object present = wanted.get(head);
        if (present instanceof Map<?, ?> map && map.isEmpty()) {
            return;
        }
        Map<String, Object> below = present == null ? new LinkedHashMap<>() : (Map<String, Object>) present;
        add(below, name.substring(dot + 1));
        wanted.put(head, below);
    }

    /** @throws DomainException {@code unknown-attribute} if a first-level name is none of these */
    public Projection requireKnown(Set<String> attributes) {
        if (wanted != null) {
            for (String name : wanted.keySet()) {
                if (!attributes.contains(name)) {
                    throw new DomainException(
                            CommonProblem.UNKNOWN_ATTRIBUTE,
                            "There is no field " + name + ". Known here: "
                                    + String.join(
                                            ", ", attributes.stream().sorted().toList()) + ".",
                            "fields");
                }
            }
        }
        return this;
    }

    /** The resource with the wanted attributes only; the given tree stays as it is. */
    public JsonNode apply(JsonNode resource) {
        return wanted == null ? resource : keep(resource, wanted, true);
    }

    @SuppressWarnings("unchecked")
    private static JsonNode keep(JsonNode node, Map<String, Object> wanted, boolean isResource) {
        if (node instanceof ArrayNode array) {
            ArrayNode kept = array.arrayNode();
            array.forEach(element -> kept.add(keep(element, wanted, isResource)));
            return kept;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode kept = object.objectNode();
        object.fields().forEachRemaining(entry -> {
            Map<String, Object> below = (Map<String, Object>) wanted.get(entry.getKey());
            if (below != null) {
                kept.set(entry.getKey(), below.isEmpty() ? entry.getValue() : keep(entry.getValue(), below, false));
            } else if (isResource && ALWAYS.contains(entry.getKey())) {
                kept.set(entry.getKey(), entry.getValue());
            }
        });
        return kept;
    }
}
