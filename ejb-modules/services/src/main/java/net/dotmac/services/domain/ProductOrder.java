package net.dotmac.services.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderDetails;

/**
 * A customer's order. It is acknowledged when it comes in and inProgress until its start has come and every item is carried
 * out; then it is completed, which is its end.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "product_order")
public class ProductOrder extends TenantEntity {

    private static final int ITEMS_AT_MOST = 100;

    @Column(name = "external_id", updatable = false)
    private String externalId;

    private String description;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    private String state;

    @Column(name = "order_date", updatable = false)
    private Instant orderDate;

    @Column(name = "requested_start", updatable = false)
    private LocalDate requestedStart;

    @Column(name = "completion_date")
    private Instant completionDate;

    @Version
    private int version;

    protected ProductOrder() {}

    public ProductOrder(OrderData data, LocalDate start, Instant now) {
        super(newId());
        requireItems(data);
        externalId = bounded("externalId", data.externalId(), 100);
        description = bounded("description", data.description(), 4000);
        customerId = data.customerId();
        requestedStart = start;
        orderDate = now;
        state = "inProgress";
    }

    private static void requireItems(OrderData data) {
        if (data.items().isEmpty() || data.items().size() > ITEMS_AT_MOST) {
            throw DomainException.invalid(
                    "productOrderItem",
                    "Found " + data.items().size() + " items, expected 1 to " + ITEMS_AT_MOST + ".");
        }
        long distinct =
                data.items().stream().map(OrderData.Item::itemId).distinct().count();
        if (distinct != data.items().size()) {
            throw DomainException.invalid("productOrderItem.id", "Two items of the order have the same id.");
        }
    }

    private static String bounded(String attribute, String text, int atMost) {
        if (text != null && text.length() > atMost) {
            throw DomainException.invalid(
                    attribute, "Found " + text.length() + " characters, at most " + atMost + " are allowed.");
        }
        return text;
    }

    public void complete(Instant now) {
        state = "completed";
        completionDate = now;
    }

    public LocalDate requestedStart() {
        return requestedStart;
    }

    public UUID customerId() {
        return customerId;
    }

    public OrderDetails details(List<OrderData.Item> items, List<String> itemStates) {
        OrderData data = new OrderData(externalId, description, customerId, requestedStart, items);
        return new OrderDetails(id(), data, state, itemStates, orderDate, completionDate, version);
    }
}
