package net.dotmac.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Set;

/**
 * Lets TM Forum's type annotations pass where a record has no use for them: clients send {@code @type} everywhere, and
 * TMF630 part 2 asks a server to accept it.
 */
final class TolerateTypeAttributes extends DeserializationProblemHandler {

    static final Set<String> NAMES = Set.of("@type", "@baseType", "@schemaLocation", "@referredType");

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        if (NAMES.contains(name)) {
            parser.skipChildren();
            return true;
        }
        return false;
    }
}
