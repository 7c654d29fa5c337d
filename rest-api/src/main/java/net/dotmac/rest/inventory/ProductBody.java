package net.dotmac.rest.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.dotmac.rest.tmf.Characteristic;
import net.dotmac.rest.tmf.Paths;
import net.dotmac.rest.tmf.Ref;
import net.dotmac.rest.tmf.TimePeriod;
import net.dotmac.rest.tmf.TmfTime;
import net.dotmac.rest.write.Links;
import net.dotmac.services.ProductDetails;

/** TMF637 Product. */
record ProductBody(
        String id,
        String href,
        String name,
        String status,
        Instant orderDate,
        String startDate,
        String terminationDate,
        List<Ref> relatedParty,
        Ref billingAccount,
        Ref productOffering,
        List<Characteristic> productCharacteristic,
        List<ProductPriceBody> productPrice,
        List<OrderItemRef> productOrderItem,
        List<Term> productTerm,
        @JsonProperty("@type") String type) {

    /** The commitment that binds the customer, if any. */
    record Term(String name, TimePeriod validFor) {}

    /** The order that brought the product. */
    record OrderItemRef(
            String productOrderId, String productOrderHref, @JsonProperty("@referredType") String referredType) {}

    static ProductBody of(ProductDetails product, ZoneId zone, Links links) {
        String customer = product.customerId().toString();
        String account = product.billingAccountId().toString();
        String offering = product.offeringId().toString();
        return new ProductBody(
                product.id().toString(),
                links.to(Paths.PRODUCT, product.id()),
                product.name(),
                product.status(),
                product.createdAt(),
                TmfTime.of(product.startOn(), zone),
                TmfTime.of(product.endOn(), zone),
                List.of(new Ref(customer, links.to(Paths.CUSTOMER, customer), null, "customer", "Customer")),
                Ref.to(account, links.to(Paths.BILLING_ACCOUNT, account), null, "BillingAccount"),
                Ref.to(offering, links.to(Paths.PRODUCT_OFFERING, offering), product.offeringName(), "ProductOffering"),
                List.of(Characteristic.number("quantity", BigDecimal.valueOf(product.quantity()))),
                product.items().stream()
                        .map(item -> ProductPriceBody.of(item, zone, links))
                        .toList(),
                order(product, links),
                product.committedUntil() == null
                        ? List.of()
                        : List.of(new Term(
                                "commitment",
                                new TimePeriod(
                                        TmfTime.of(product.startOn(), zone),
                                        TmfTime.of(product.committedUntil(), zone)))),
                "Product");
    }

    private static List<OrderItemRef> order(ProductDetails product, Links links) {
        return product.orderId() == null
                ? List.of()
                : List.of(new OrderItemRef(
                        product.orderId().toString(),
                        links.to(Paths.PRODUCT_ORDER, product.orderId()),
                        "ProductOrder"));
    }
}
