package net.dotmac.rest.ledger;

import java.util.List;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** A page of a list that came whole. */
final class ShortList {

    private ShortList() {}

    /**
     * @throws DomainException {@code unknown-attribute} for any filter or order: these lists have one order and no
     * filters
     */
    static <T> Page<T> page(Query query, List<T> rows) {
        if (!query.filters().isEmpty() || !query.sorts().isEmpty()) {
            String name = query.filters().isEmpty()
                    ? query.sorts().get(0).attribute()
                    : query.filters().get(0).attribute();
            throw new DomainException(
                    CommonProblem.UNKNOWN_ATTRIBUTE, "This list knows offset, limit and fields only.", name);
        }
        int from = Math.min(query.offset(), rows.size());
        return new Page<>(rows.subList(from, Math.min(from + query.limit(), rows.size())), rows.size());
    }
}
