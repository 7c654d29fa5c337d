package net.dotmac.rest.list;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Filter.Operator;

/**
 * A raw query string cut into conditions, before anybody has asked what they mean.
 *
 * <p>The operator is the first thing after the name, encoded or not: a name has letters, digits, dots, underscores,
 * {@code @} and hyphens only, so whatever follows it is the operator, and a value may contain any of the operators'
 * signs.
 */
final class QueryText {

    private static final int MAX_LENGTH = 8_192;
    private static final int MAX_CONDITIONS = 50;

    private static final Pattern CONDITION =
            Pattern.compile("([A-Za-z0-9_.@-]+)(>=|<=|==|=~|\\*=|>|<|=)(.*)", Pattern.DOTALL);

    /** A zoned time whose plus sign was read as a space, as form encoding does. */
    private static final Pattern TIME_WITH_LOST_PLUS =
            Pattern.compile("(['\"]?\\d{4}-\\d\\d-\\d\\dT[0-9:.]+) (\\d\\d:?\\d\\d['\"]?)");

    private static final Map<String, Operator> SIGNS = Map.of(
            "=", Operator.EQ,
            "==", Operator.EQ,
            ">", Operator.GT,
            ">=", Operator.GTE,
            "<", Operator.LT,
            "<=", Operator.LTE,
            "=~", Operator.REGEX,
            "*=", Operator.REGEX);

    private static final Map<String, Operator> SUFFIXES = Map.of(
            "eq", Operator.EQ,
            "ne", Operator.NE,
            "gt", Operator.GT,
            "gte", Operator.GTE,
            "lt", Operator.LT,
            "lte", Operator.LTE,
            "regex", Operator.REGEX,
            "like", Operator.LIKE);

    private QueryText() {}

    /** @param value decoded, with quotes and commas as they came */
    record Condition(String attribute, Operator operator, String value) {}

    /** @throws DomainException {@code invalid-value} for what is no query string */
    static List<Condition> split(String raw) {
        List<Condition> conditions = new ArrayList<>();
        if (raw == null || raw.isEmpty()) {
            return conditions;
        }
        if (raw.length() > MAX_LENGTH) {
            throw refused("The query has " + raw.length() + " characters, at most " + MAX_LENGTH + " are allowed.");
        }
        for (String part : raw.split("&", -1)) {
            for (String alternative : alternatives(part)) {
                if (!alternative.isEmpty()) {
                    conditions.add(condition(decode(alternative)));
                }
            }
            if (conditions.size() > MAX_CONDITIONS) {
                throw refused("The query has more than " + MAX_CONDITIONS + " conditions.");
            }
        }
        return conditions;
    }

    /** {@code state=a;state=b} is two; a semicolon before anything but the same name belongs to the value. */
    private static List<String> alternatives(String part) {
        List<String> found = new ArrayList<>();
        Matcher first = CONDITION.matcher(part);
        if (part.indexOf(';') < 0 || !first.matches()) {
            return List.of(part);
        }
        String name = first.group(1);
        for (String piece : part.split(";", -1)) {
            Matcher next = CONDITION.matcher(piece);
            if (found.isEmpty() || (next.matches() && next.group(1).equals(name))) {
                found.add(piece);
            } else {
                found.set(found.size() - 1, found.get(found.size() - 1) + ";" + piece);
            }
        }
        return found;
    }

    private static Condition condition(String text) {
        Matcher matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            throw refused("Found " + abbreviated(text) + " in the query, expected attribute=value.");
        }
        String name = matcher.group(1);
        Operator operator = SIGNS.get(matcher.group(2));
        int dot = name.lastIndexOf('.');
        if (operator == Operator.EQ && dot > 0 && SUFFIXES.containsKey(name.substring(dot + 1))) {
            operator = SUFFIXES.get(name.substring(dot + 1));
            name = name.substring(0, dot);
        }
        return new Condition(name, operator, restorePlus(matcher.group(3)));
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("Found " + abbreviated(part) + " in the query, which is not percent-encoded properly.");
        }
    }

    private static String restorePlus(String value) {
        Matcher time = TIME_WITH_LOST_PLUS.matcher(value);
        return time.matches() ? time.group(1) + "+" + time.group(2) : value;
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static DomainException refused(String message) {
        return new DomainException(CommonProblem.INVALID_VALUE, message);
    }
}
