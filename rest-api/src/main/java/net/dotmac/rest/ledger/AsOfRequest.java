package net.dotmac.rest.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.rest.list.ListRequest;

/** A list whose parameters are days, beside offset, limit and fields. */
final class AsOfRequest {

    private final Map<String, String> days = new TreeMap<>();
    private final Query page;

    /** @throws DomainException {@code unknown-attribute} for any other parameter */
    AsOfRequest(ListRequest list, String... names) {
        List<String> known = List.of(names);
        List<String> unknown = new ArrayList<>();
        for (Filter filter : list.query().filters()) {
            if (known.contains(filter.attribute()) && filter.operator() == Filter.Operator.EQ) {
                days.put(filter.attribute(), filter.values().get(0));
            } else {
                unknown.add(filter.attribute());
            }
        }
        list.query().sorts().forEach(sort -> unknown.add(sort.attribute()));
        if (!unknown.isEmpty()) {
            throw new DomainException(
                    CommonProblem.UNKNOWN_ATTRIBUTE,
                    "This list knows " + String.join(", ", known) + ", offset, limit and fields only.",
                    unknown.get(0));
        }
        page = list.query();
    }

    LocalDate day(String name, LocalDate otherwise) {
        return Days.dayOr(name, days.get(name), otherwise);
    }

    int offset() {
        return page.offset();
    }

    int limit() {
        return page.limit();
    }
}
