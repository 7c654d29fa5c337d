package net.dotmac.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;

/** Words Jackson's failures for the sender: which attribute, what was expected; never a class name. */
final class UnreadableJson {

    private UnreadableJson() {}

    static DomainException describe(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown);
        }
        if (failure instanceof StreamConstraintsException) {
            return new DomainException(
                    CommonProblem.INVALID_VALUE,
                    "The body nests too deeply or holds a number or text that is too long.");
        }
        if (failure instanceof ValueInstantiationException refused
                && refused.getCause() instanceof IllegalArgumentException cause) {
            String path = path(refused);
            return DomainException.invalid(path, "The value of " + path + " is refused: " + cause.getMessage() + ".");
        }
        if (failure instanceof JsonMappingException mapping) {
            return mismatch(mapping);
        }
        return new DomainException(
                CommonProblem.INVALID_VALUE, "The body is no well-formed JSON" + place(failure) + ".");
    }

    private static DomainException unknown(UnrecognizedPropertyException unknown) {
        String path = path(unknown);
        Collection<Object> known = unknown.getKnownPropertyIds();
        String names = known == null
                ? ""
                : " Known here: " + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
                        + ".";
        return new DomainException(
                CommonProblem.UNKNOWN_ATTRIBUTE, "There is no attribute " + path + "." + names, path);
    }

    private static DomainException mismatch(JsonMappingException mapping) {
        String path = path(mapping);
        if (path.isEmpty()) {
            return new DomainException(
                    CommonProblem.INVALID_VALUE, "The body is no well-formed JSON" + place(mapping) + ".");
        }
        Class<?> target = mapping instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
        return DomainException.invalid(
                path, "The value of " + path + " can't be read, expected " + expected(target) + ".");
    }

    private static String place(JsonProcessingException failure) {
        var at = failure.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "another value";
        } else if (type == String.class) {
            return "a text";
        } else if (type == UUID.class) {
            return "an id (UUID)";
        } else if (type == Instant.class || type == OffsetDateTime.class) {
            return "a time such as 2027-03-01T12:00:00Z";
        } else if (type == LocalDate.class) {
            return "a day such as 2027-03-01";
        } else if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        } else if (type == BigDecimal.class) {
            return "a number";
        } else if (List.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "a JSON object";
    }
}
