package net.dotmac.rest.list;

import jakarta.ws.rs.ServerErrorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Filter.Operator;
import net.dotmac.kernel.query.Query;
import net.dotmac.kernel.query.Sort;
import net.dotmac.rest.json.Projection;

/**
 * What a GET of a list asks for.
 *
 * @param query filters, order and page for the service
 * @param fields which attributes the rows keep
 */
public record ListRequest(Query query, Projection fields) {

    private static final int MAX_VALUES = 100;
    private static final int MAX_SORTS = 10;
    private static final Pattern PAGING = Pattern.compile("(?:^|&)(?:offset|limit)=[^&]*");

    /** A quoted text, or what stands between commas. */
    private static final Pattern VALUE = Pattern.compile("'([^']*)'(?=,|$)|\"([^\"]*)\"(?=,|$)|([^,]*)");

    /**
     * Reads a query string.
     *
     * @param raw as it stood in the request, still encoded; null or empty asks for the first page of everything
     * @throws DomainException {@code invalid-value}, naming the parameter
     * @throws ServerErrorException 501 for a JSONPath {@code filter}
     */
    public static ListRequest parse(String raw) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        List<Sort> sorts = new ArrayList<>();
        Projection fields = Projection.full();
        int offset = 0;
        int limit = Query.DEFAULT_LIMIT;
        for (QueryText.Condition condition : QueryText.split(raw)) {
            switch (condition.attribute()) {
                case "offset" -> offset = number(condition, 0);
                case "limit" -> limit = Math.min(number(condition, 1), Query.MAX_LIMIT);
                case "sort" -> sorts.addAll(sorts(condition.value()));
                case "fields" -> fields = Projection.parse(unquoted(condition.value()));
                case "filter" ->
                    throw new ServerErrorException(
                            "JSONPath filters are not supported; filter by attribute=value.", 501);
                default -> add(filters, condition);
            }
        }
        if (sorts.size() > MAX_SORTS) {
            throw DomainException.invalid("sort", "A list can be sorted by at most " + MAX_SORTS + " attributes.");
        }
        return new ListRequest(new Query(List.copyOf(filters.values()), sorts, offset, limit), fields);
    }

    /** The same request with public names replaced by those the service's list knows; other names stay. */
    public ListRequest renamed(Map<String, String> names) {
        List<Filter> filters = query.filters().stream()
                .map(filter -> new Filter(
                        names.getOrDefault(filter.attribute(), filter.attribute()), filter.operator(), filter.values()))
                .toList();
        List<Sort> sorts = query.sorts().stream()
                .map(sort -> new Sort(names.getOrDefault(sort.attribute(), sort.attribute()), sort.descending()))
                .toList();
        return new ListRequest(new Query(filters, sorts, query.offset(), query.limit()), fields);
    }

    /** The query string of another page of the same list. */
    static String page(String raw, int offset, int limit) {
        String kept = raw == null ? "" : PAGING.matcher(raw).replaceAll("");
        String prefix = kept.isEmpty() ? "" : (kept.startsWith("&") ? kept.substring(1) : kept) + "&";
        return prefix + "offset=" + offset + "&limit=" + limit;
    }

    /**
     * Alternatives of one attribute come together: {@code state=a&state=b} asks for either, as {@code state=a,b} does.
     */
    private static void add(Map<String, Filter> filters, QueryText.Condition condition) {
        Operator operator = condition.operator();
        List<String> values = new ArrayList<>();
        boolean joins = operator == Operator.EQ || operator == Operator.NE || operator == Operator.LIKE;
        String key = condition.attribute() + " " + operator + (joins ? "" : " " + filters.size());
        Filter present = filters.get(key);
        if (present != null) {
            values.addAll(present.values());
        }
        values.addAll(joins ? values(condition.value()) : List.of(unquoted(condition.value())));
        if (values.size() > MAX_VALUES) {
            throw DomainException.invalid(condition.attribute(), "A filter takes at most " + MAX_VALUES + " values.");
        }
        filters.put(key, new Filter(condition.attribute(), operator, values));
    }

    /** Commas separate alternatives, except inside quotes. */
    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(text);
        int at = 0;
        while (at <= text.length() && matcher.find(at) && values.size() <= MAX_VALUES) {
            String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            values.add(quoted != null ? quoted : matcher.group(3));
            at = matcher.end() + 1;
        }
        return values;
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() >= 2
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    /** A leading plus arrives as a space, which is what form decoding makes of it. */
    private static List<Sort> sorts(String text) {
        List<Sort> sorts = new ArrayList<>();
        for (String part : unquoted(text).split(",", MAX_SORTS + 2)) {
            String name = part.strip();
            boolean isDescending = name.startsWith("-");
            if (isDescending || name.startsWith("+")) {
                name = name.substring(1).strip();
            }
            if (name.isEmpty()) {
                throw DomainException.invalid("sort", "Found an empty name in sort, expected -attribute or attribute.");
            }
            sorts.add(new Sort(name, isDescending));
        }
        return sorts;
    }

    private static int number(QueryText.Condition condition, int least) {
        try {
            int number = Integer.parseInt(unquoted(condition.value()));
            if (number >= least && condition.operator() == Operator.EQ) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message below
        }
        throw DomainException.invalid(
                condition.attribute(),
                "Found " + condition.value() + " for " + condition.attribute() + ", expected a whole number of " + least
                        + " or more.");
    }
}
