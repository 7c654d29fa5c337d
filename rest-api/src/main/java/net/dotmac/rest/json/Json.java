package net.dotmac.rest.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;

/**
 * Reads JSON strictly and writes it plainly. Every failure to read is a {@link DomainException} that names the place.
 */
public final class Json {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_NUMBER_LENGTH = 40;

    /** No amount, rate or counter needs more digits on either side of the point; 1e999999999 would fill the memory. */
    private static final int MAX_SCALE = 30;

    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addHandler(new TolerateTypeAttributes())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    /**
     * The bytes as a tree, bounded in depth and in the size of its numbers.
     *
     * @throws DomainException {@code invalid-value} for what is no JSON
     */
    public static JsonNode tree(byte[] bytes) {
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            if (tree == null || tree.isMissingNode()) {
                throw new DomainException(CommonProblem.INVALID_VALUE, "The body is empty, expected JSON.");
            }
            requireModestNumbers("", tree);
            return tree;
        } catch (JsonProcessingException e) {
            throw UnreadableJson.describe(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws DomainException {@code invalid-value} or {@code unknown-attribute}, naming the attribute */
    public static <T> T read(byte[] bytes, Class<T> type) {
        return read(tree(bytes), type);
    }

    /** @throws DomainException {@code invalid-value} or {@code unknown-attribute}, naming the attribute */
    public static <T> T read(JsonNode tree, Class<T> type) {
        if (type.isRecord() && !tree.isObject()) {
            throw new DomainException(CommonProblem.INVALID_VALUE, "Expected a JSON object as the body.");
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw UnreadableJson.describe(e);
        }
    }

    public static JsonNode write(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written as JSON", e);
        }
    }

    private static void requireModestNumbers(String path, JsonNode node) {
        if (node.isBigDecimal()) {
            var number = node.decimalValue();
            if (Math.abs(number.scale()) > MAX_SCALE) {
                throw DomainException.invalid(
                        path, "The number has more than " + MAX_SCALE + " digits beside its point.");
            }
        }
        node.fields()
                .forEachRemaining(entry -> requireModestNumbers(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue()));
        if (node.isArray()) {
            node.forEach(element -> requireModestNumbers(path, element));
        }
    }
}
