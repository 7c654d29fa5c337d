package net.dotmac.services;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.domain.Product;
import net.dotmac.services.domain.ProductOrder;
import net.dotmac.services.persistence.OrderRepository;
import net.dotmac.services.persistence.ProductRepository;

/** Takes orders and carries them out. */
@Stateless
@Interceptors(CallInterceptor.class)
public class OrderService {

    private static final int DUE_AT_ONCE = 500;

    @Inject
    private OrderRepository orders;

    @Inject
    private ProductRepository products;

    @Inject
    private OrderFulfilment fulfilment;

    @Inject
    private ProductLife life;

    @Inject
    private ProductLocks locks;

    @Inject
    private CustomerService customers;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Takes an order: everything in it happens, or nothing. What starts today or earlier is active when this returns.
     *
     * @throws DomainException naming the attribute that is wrong; {@code offering-not-sellable},
     *     {@code order-currency-mismatch}, {@code product-already-ended}
     */
    @Requires("order.write")
    public OrderDetails place(OrderData data) {
        if (data.customerId() == null) {
            throw DomainException.invalid("relatedParty", "The order names no customer.");
        }
        customers.get(data.customerId());
        LocalDate start = data.requestedStart() == null ? clock.today() : data.requestedStart();
        ProductOrder order = new ProductOrder(data, start, clock.now());
        List<OrderData.Item> carriedOut = new ArrayList<>();
        for (OrderData.Item item : data.items()) {
            carriedOut.add(fulfilment.carryOut(order, item));
        }
        orders.add(order, carriedOut);
        audit.record("order.placed", "productOrder", order.id(), Map.of("items", carriedOut.size()));
        tell("placed", order);
        if (!start.isAfter(clock.today())) {
            complete(order);
        }
        return details(order);
    }

    @Requires("order.read")
    public OrderDetails get(UUID id) {
        return details(orders.find(id).orElseThrow(() -> DomainException.notFound("product order", id)));
    }

    @Requires("order.read")
    public Page<OrderDetails> list(Query query) {
        Page<ProductOrder> page = orders.find(query);
        return new Page<>(orders.details(page.rows()), page.total());
    }

    /**
     * Completes orders whose start has come and brings products up to today. Called daily and after the clock was moved.
     *
     * @return how many orders, locks and products it moved on; 0 means nothing is left to do
     */
    @Requires("order.write")
    public int completeDue() {
        LocalDate today = clock.today();
        int begunOrOver = locks.liveDue(today, DUE_AT_ONCE);
        List<Product> overtaken = products.due(today, DUE_AT_ONCE);
        overtaken.forEach(product -> life.live(product, today));
        List<ProductOrder> due = orders.due(today, DUE_AT_ONCE);
        due.forEach(this::complete);
        return begunOrOver + overtaken.size() + due.size();
    }

    private void complete(ProductOrder order) {
        order.complete(clock.now());
        orders.completeItems(order.id());
        tell("completed", order);
    }

    private OrderDetails details(ProductOrder order) {
        return orders.details(List.of(order)).get(0);
    }

    private void tell(String what, ProductOrder order) {
        outbox.record(
                "services.orders." + what + ".v1",
                order.id().toString(),
                Map.of(
                        "orderId",
                        order.id().toString(),
                        "customerId",
                        order.customerId().toString()));
    }
}
