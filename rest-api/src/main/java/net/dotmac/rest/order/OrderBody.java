package net.dotmac.rest.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.dotmac.kernel.DomainException;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.Ref;
import net.dotmac.rest.tmf.TmfTime;
import net.dotmac.rest.write.Links;
import net.dotmac.rest.write.PathId;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderDetails;

/** TMF622 ProductOrder. */
record OrderBody(
        String id,
        String href,
        String externalId,
        String description,
        String state,
        Instant orderDate,
        String requestedStartDate,
        Instant completionDate,
        List<Ref> relatedParty,
        List<OrderItemBody> productOrderItem,
        @JsonProperty("@type") String type) {

    private static final String CUSTOMER_ROLE = "customer";

    static OrderBody of(OrderDetails order, ZoneId zone, Links links) {
        OrderData data = order.data();
        String customer = data.customerId().toString();
        Ref party = new Ref(customer, links.to(Paths.CUSTOMER, customer), null, CUSTOMER_ROLE, "Customer");
        List<OrderItemBody> items = IntStream.range(0, data.items().size())
                .mapToObj(i ->
                        OrderItemBody.of(data.items().get(i), order.itemStates().get(i), links))
                .toList();
        return new OrderBody(
                order.id().toString(),
                links.to(Paths.PRODUCT_ORDER, order.id()),
                data.externalId(),
                data.description(),
                order.state(),
                order.orderDate(),
                TmfTime.of(data.requestedStart(), zone),
                order.completionDate(),
                List.of(party),
                items,
                "ProductOrder");
    }

    /** What a client states. */
    record Form(
            String externalId,
            String description,
            String requestedStartDate,
            Ref billingAccount,
            List<Ref> relatedParty,
            List<OrderItemBody> productOrderItem) {

        /** @throws DomainException naming the attribute that is missing or wrong */
        OrderData data(ZoneId zone) {
            if (productOrderItem == null || productOrderItem.isEmpty()) {
                throw DomainException.invalid("productOrderItem", "The order has no productOrderItem.");
            }
            UUID payer = Ref.idOf(billingAccount, "billingAccount");
            return new OrderData(
                    externalId,
                    description,
                    customer(),
                    TmfTime.day(requestedStartDate, zone, "requestedStartDate"),
                    productOrderItem.stream().map(item -> item.data(payer)).toList());
        }

        private UUID customer() {
            List<Ref> parties = relatedParty == null ? List.of() : relatedParty;
            return parties.stream()
                    .filter(party ->
                            party != null && (parties.size() == 1 || CUSTOMER_ROLE.equalsIgnoreCase(party.role())))
                    .findFirst()
                    .map(party -> PathId.inBody("relatedParty.id", party.id()))
                    .orElseThrow(() -> DomainException.invalid(
                            "relatedParty", "The order names no relatedParty with the role customer."));
        }
    }
}
