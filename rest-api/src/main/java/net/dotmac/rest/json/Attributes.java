package net.dotmac.rest.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The public names of a resource's attributes: its record's components, as JSON spells them. */
public final class Attributes {

    private static final ClassValue<Set<String>> NAMES = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            Set<String> names = new LinkedHashSet<>();
            for (RecordComponent component : type.getRecordComponents()) {
                JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
                names.add(renamed == null ? component.getName() : renamed.value());
            }
            return Collections.unmodifiableSet(names);
        }
    };

    private Attributes() {}

    public static Set<String> of(Class<? extends Record> resource) {
        return NAMES.get(resource);
    }
}
