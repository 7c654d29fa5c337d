package net.dotmac.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Set;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;

/** JSON Merge Patch (RFC 7396): null removes, objects merge, everything else replaces; lists are replaced whole. */
public final class MergePatch {

    private MergePatch() {}

    /**
     * The target with the patch applied; neither is changed.
     *
     * @param patchable first-level attributes that may be patched
     * @throws DomainException {@code invalid-value} if the patch is no object or names another attribute
     */
    public static ObjectNode apply(ObjectNode target, JsonNode patch, Set<String> patchable) {
        if (!patch.isObject()) {
            throw new DomainException(CommonProblem.INVALID_VALUE, "A merge patch is a JSON object.");
        }
        ObjectNode wanted = (ObjectNode) patch.deepCopy();
        wanted.remove(TolerateTypeAttributes.NAMES);
        for (Iterator<String> names = wanted.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!patchable.contains(name)) {
                throw DomainException.invalid(
                        name,
                        "The attribute " + name + " can't be changed. These can: "
                                + String.join(", ", patchable.stream().sorted().toList()) + ".");
            }
        }
        return (ObjectNode) merge(target.deepCopy(), wanted);
    }

    /** RFC 7396 §2, word for word: may change the target it is given. */
    static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result =
                target != null && target.isObject() ? (ObjectNode) target : ((ObjectNode) patch).objectNode();
        patch.fields().forEachRemaining(entry -> {
            if (entry.getValue().isNull()) {
                result.remove(entry.getKey());
            } else {
                result.set(entry.getKey(), merge(result.get(entry.getKey()), entry.getValue()));
            }
        });
        return result;
    }
}
