package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.InvoiceLineDetails;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.ProductService;

/** Finds lines across documents. Lines are no entities, so the few filters that make sense become SQL here. */
@ApplicationScoped
public class InvoiceLineRepository {

    private static final String KNOWN = "bill.id, billingAccount.id, product.id, isBilled";

    @Inject
    private Database database;

    @Inject
    private ProductService products;

    /** @throws DomainException {@code unknown-attribute} or {@code invalid-value}, naming the attribute */
    public Page<InvoiceLineDetails> find(Query query) {
        if (!query.sorts().isEmpty()) {
            throw unknown(query.sorts().get(0).attribute(), "sorted");
        }
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<Object> parameters = new ArrayList<>();
        query.filters().forEach(filter -> add(filter, conditions, parameters));
        String where = "where " + String.join(" and ", conditions);
        long total = database.first(
                        "select count(*) from billing.invoice_line " + where,
                        row -> row.getLong(1),
                        parameters.toArray())
                .orElseThrow();
        parameters.add(query.limit());
        parameters.add(query.offset());
        List<InvoiceLineDetails> rows = database.list(
                InvoiceRepository.LINE + where + " order by invoice_id, line_no limit ? offset ?",
                row -> InvoiceRepository.line(row).details(),
                parameters.toArray());
        return new Page<>(rows, total);
    }

    private void add(Filter filter, List<String> conditions, List<Object> parameters) {
        if (filter.operator() != Filter.Operator.EQ) {
            throw DomainException.invalid(filter.attribute(), "Lines are filtered by = only.");
        }
        switch (filter.attribute()) {
            case "bill.id" -> {
                conditions.add("invoice_id = any(?)");
                parameters.add(ids(filter));
            }
            case "product.id" -> {
                // Each charge is made once, and the index that sees to it finds lines by their item.
                conditions.add("item_id = any(?)");
                parameters.add(itemsOf(List.of(ids(filter))));
            }
            case "billingAccount.id" -> {
                conditions.add("invoice_id in (select id from billing.invoice where billing_account_id = any(?))");
                parameters.add(ids(filter));
            }
            case "isBilled" -> {
                // Every line belongs to an issued document.
                if (!filter.values().contains("true")) {
                    conditions.add("false");
                }
            }
            default -> throw unknown(filter.attribute(), "filtered");
        }
    }

    private UUID[] itemsOf(List<UUID> productIds) {
        try (CallContext.Scope scope =
                CallContext.current().with("product.read").bind()) {
            return products.itemsOfProducts(productIds).toArray(UUID[]::new);
        }
    }

    private static UUID[] ids(Filter filter) {
        try {
            return filter.values().stream().map(UUID::fromString).toArray(UUID[]::new);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid(filter.attribute(), "Expected an id (UUID) for " + filter.attribute() + ".");
        }
    }

    private static DomainException unknown(String attribute, String how) {
        return new DomainException(
                CommonProblem.UNKNOWN_ATTRIBUTE,
                "Lines can't be " + how + " by " + attribute + ". Filters known: " + KNOWN + ".",
                attribute);
    }
}
