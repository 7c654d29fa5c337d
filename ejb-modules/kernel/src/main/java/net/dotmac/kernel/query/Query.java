package net.dotmac.kernel.query;

import java.util.List;

/**
 * What a list shows: conditions that all hold, an order, and a page.
 *
 * @param offset rows to skip, 0 or more
 * @param limit rows to return, 1 to {@value #MAX_LIMIT}
 */
public record Query(List<Filter> filters, List<Sort> sorts, int offset, int limit) {

    public static final int MAX_LIMIT = 1000;
    public static final int DEFAULT_LIMIT = 100;

    public Query {
        filters = List.copyOf(filters);
        sorts = List.copyOf(sorts);
        if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "offset must be 0 or more and limit 1 to " + MAX_LIMIT + ", found " + offset + " and " + limit);
        }
    }

    /** The first page of everything. */
    public static Query all() {
        return new Query(List.of(), List.of(), 0, DEFAULT_LIMIT);
    }

    public static Query where(Filter... filters) {
        return new Query(List.of(filters), List.of(), 0, DEFAULT_LIMIT);
    }

    public Query page(int newOffset, int newLimit) {
        return new Query(filters, sorts, newOffset, newLimit);
    }

    public Query orderBy(String attribute, boolean descending) {
        return new Query(filters, List.of(new Sort(attribute, descending)), offset, limit);
    }
}
