package net.dotmac.services.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderDetails;
import net.dotmac.services.domain.ProductOrder;

/** Finds and keeps orders with their items. */
@ApplicationScoped
public class OrderRepository {

    private final EntityList<ProductOrder> list = new EntityList<>(ProductOrder.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("externalId", "e.externalId", String.class)
            .with("state", "e.state", String.class)
            .with("orderDate", "e.orderDate", Instant.class)
            .with("completionDate", "e.completionDate", Instant.class)
            .with("requestedStartDate", "e.requestedStart", LocalDate.class)
            .with("relatedParty.id", "e.customerId", UUID.class);

    @PersistenceContext(unitName = "services")
    private EntityManager em;

    public Optional<ProductOrder> find(UUID id) {
        return TenantQuery.byId(em, ProductOrder.class, id);
    }

    public Page<ProductOrder> find(Query query) {
        return list.find(em, query);
    }

    /** Orders that wait for a start that has come. */
    public List<ProductOrder> due(LocalDate today, int atMost) {
        return em.createQuery(
                        "select e from ProductOrder e where e.state = 'inProgress' and e.requestedStart <= :today "
                                + "order by e.requestedStart, e.id",
                        ProductOrder.class)
                .setParameter("today", today)
                .setMaxResults(atMost)
                .getResultList();
    }

    public void add(ProductOrder order, List<OrderData.Item> items) {
        em.persist(order);
        em.flush();
        for (int position = 0; position < items.size(); position++) {
            addItem(order.id(), position, items.get(position));
        }
    }

    private void addItem(UUID orderId, int position, OrderData.Item item) {
        em.createNativeQuery(
                        "insert into services.product_order_item (tenant_id, order_id, position, item_id, action, "
                                + "state, quantity, offering_id, billing_account_id, product_id, promotion_code) values (:tenant, :order, "
                                + ":position, :item, :action, 'inProgress', :quantity, :offering, :account, :product, :promotion)")
                .setParameter("tenant", CallContext.current().tenantId())
                .setParameter("order", orderId)
                .setParameter("position", position)
                .setParameter("item", item.itemId())
                .setParameter("action", item.action().wire())
                .setParameter("quantity", item.quantity())
                .setParameter("offering", item.offeringId())
                .setParameter("account", item.billingAccountId())
                .setParameter("product", item.productId())
                .setParameter("promotion", item.promotionCode())
                .executeUpdate();
    }

    public void completeItems(UUID orderId) {
        em.createNativeQuery("update services.product_order_item set state = 'completed' where order_id = :order")
                .setParameter("order", orderId)
                .executeUpdate();
    }

    /** The orders with their items, in one further query. */
    public List<OrderDetails> details(Collection<ProductOrder> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        em.flush();
        List<?> rows = em.createNativeQuery("select order_id, item_id, action, state, quantity, offering_id, "
                        + "billing_account_id, product_id, promotion_code from services.product_order_item "
                        + "where order_id in (:ids) order by order_id, position")
                .setParameter("ids", orders.stream().map(ProductOrder::id).toList())
                .getResultList();
        Map<UUID, List<OrderData.Item>> items = new HashMap<>();
        Map<UUID, List<String>> states = new HashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            UUID orderId = (UUID) row[0];
            items.computeIfAbsent(orderId, id -> new ArrayList<>())
                    .add(new OrderData.Item(
                            (String) row[1],
                            OrderData.Action.ofWire((String) row[2]),
                            ((Number) row[4]).intValue(),
                            (UUID) row[5],
                            (UUID) row[6],
                            (UUID) row[7],
                            List.of(),
                            (String) row[8]));
            states.computeIfAbsent(orderId, id -> new ArrayList<>()).add((String) row[3]);
        }
        return orders.stream()
                .map(order -> order.details(
                        items.getOrDefault(order.id(), List.of()), states.getOrDefault(order.id(), List.of())))
                .toList();
    }
}
