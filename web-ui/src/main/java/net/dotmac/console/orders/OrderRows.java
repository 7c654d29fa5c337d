package net.dotmac.console.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.console.parts.Words;
import net.dotmac.console.shell.Person;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderDetails;
import net.dotmac.services.OrderService;
import net.dotmac.services.ProductDetails;
import net.dotmac.services.ProductService;

/** Reads a page of orders with the names of what they refer to: one query for each kind of thing, however many rows. */
@Dependent
class OrderRows {

    private final OrderService orders;
    private final CustomerService customers;
    private final CatalogService catalog;
    private final ProductService products;

    @Inject
    OrderRows(OrderService orders, CustomerService customers, CatalogService catalog, ProductService products) {
        this.orders = orders;
        this.customers = customers;
        this.catalog = catalog;
        this.products = products;
    }

    /** Newest first unless the query says otherwise. */
    Page<OrderRow> page(Query query) {
        Page<OrderDetails> page = orders.list(query.sorts().isEmpty() ? query.orderBy("orderDate", true) : query);
        Map<UUID, String> names = names(
                "customer.read",
                page.rows().stream().map(order -> order.data().customerId()),
                customers::list,
                CustomerDetails::id,
                CustomerDetails::name);
        Map<UUID, String> things = things(page.rows());
        return page.map(order -> new OrderRow(
                order,
                names.getOrDefault(order.data().customerId(), "–"),
                order.data().items().stream().map(item -> words(item, things)).collect(Collectors.joining(", "))));
    }

    /** Offerings and products by id; their ids never meet. */
    private Map<UUID, String> things(List<OrderDetails> shown) {
        List<OrderData.Item> items =
                shown.stream().flatMap(order -> order.data().items().stream()).toList();
        Map<UUID, String> things = names(
                "catalog.read",
                items.stream().map(OrderData.Item::offeringId),
                catalog::offerings,
                OfferingDetails::id,
                OfferingDetails::name);
        things.putAll(names(
                "product.read",
                items.stream().map(OrderData.Item::productId),
                products::list,
                ProductDetails::id,
                ProductDetails::name));
        return things;
    }

    private static String words(OrderData.Item item, Map<UUID, String> things) {
        UUID named = item.offeringId() == null ? item.productId() : item.offeringId();
        return Words.of("orders.action." + item.action().wire(), things.getOrDefault(named, "–"), item.quantity());
    }

    private static <T> Map<UUID, String> names(
            String permission,
            Stream<UUID> wanted,
            Function<Query, Page<T>> list,
            Function<T, UUID> id,
            Function<T, String> name) {
        String[] ids =
                wanted.filter(Objects::nonNull).distinct().map(UUID::toString).toArray(String[]::new);
        if (ids.length == 0 || !Person.signedIn().may(permission)) {
            return new HashMap<>();
        }
        Query query = Query.where(Filter.equal("id", ids)).page(0, Query.MAX_LIMIT);
        return list.apply(query).rows().stream().collect(Collectors.toMap(id, name));
    }
}
