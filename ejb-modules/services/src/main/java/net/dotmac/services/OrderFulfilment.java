package net.dotmac.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.services.domain.Product;
import net.dotmac.services.domain.ProductOrder;
import net.dotmac.services.domain.ServiceInstance;
import net.dotmac.services.persistence.ProductRepository;
import net.dotmac.services.persistence.SubscriptionItemRepository;

/** Turns the items of an order into products, subscription items and service instances; runs in the order's transaction. */
@ApplicationScoped
class OrderFulfilment {

    private static final int QUANTITY_AT_MOST = 100_000;

    @Inject
    private ProductRepository products;

    @Inject
    private SubscriptionItemRepository items;

    @Inject
    private CatalogService catalog;

    @Inject
    private Payers payers;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** @return the item with the product it led to */
    OrderData.Item carryOut(ProductOrder order, OrderData.Item item) {
        if (item.quantity() < 1 || item.quantity() > QUANTITY_AT_MOST) {
            throw DomainException.invalid(
                    "productOrderItem.quantity",
                    "Found a quantity of " + item.quantity() + ", expected 1 to " + QUANTITY_AT_MOST + ".");
        }
        UUID productId =
                switch (item.action()) {
                    case ADD -> add(order, item);
                    case MODIFY -> modify(order, item);
                    case DELETE -> end(order, item);
                    case NO_CHANGE -> item.productId();
                };
        return new OrderData.Item(
                item.itemId(),
                item.action(),
                item.quantity(),
                item.offeringId(),
                item.billingAccountId(),
                productId,
                item.discounts());
    }

    private UUID add(ProductOrder order, OrderData.Item item) {
        OfferingDetails offering = sellable(item.offeringId());
        Payer payer = payer(order, item.billingAccountId());
        Product product =
                new Product(offering, payer, order.id(), item.quantity(), order.requestedStart(), clock.now());
        products.add(product);
        subscribe(product, offering.prices(), item, order.requestedStart(), payer.currency());
        if (!offering.serviceType().equals("goods")) {
            products.add(new ServiceInstance(product, offering.serviceType()));
        }
        live(product, clock.today());
        return product.id();
    }

    /** What is charged once, such as the installation, was charged when the product was added. */
    private UUID modify(ProductOrder order, OrderData.Item item) {
        Product product = own(order, item.productId());
        OfferingDetails offering = sellable(item.offeringId() == null ? product.offeringId() : item.offeringId());
        Payer payer = payer(order, product.billingAccountId());
        requireAfterLastChange(product, order.requestedStart());
        product.become(offering, item.quantity());
        products.flush();
        items.endAll(product.id(), order.requestedStart());
        List<PriceDetails> lasting = offering.prices().stream()
                .filter(price -> price.terms().type() != PriceType.ONE_TIME)
                .toList();
        subscribe(product, lasting, item, order.requestedStart(), payer.currency());
        tell("changed", product);
        return product.id();
    }

    private UUID end(ProductOrder order, OrderData.Item item) {
        Product product = own(order, item.productId());
        requireAfterLastChange(product, order.requestedStart());
        product.endOn(order.requestedStart());
        products.flush();
        items.endAll(product.id(), order.requestedStart());
        live(product, clock.today());
        return product.id();
    }

    /** What was so for a while is perhaps billed, and two items for one day would be charged both. */
    private void requireAfterLastChange(Product product, LocalDate day) {
        LocalDate since = items.runningSince(product.id()).orElse(product.startOn());
        if (day.isBefore(since)) {
            throw DomainException.invalid(
                    "requestedStartDate",
                    product.name() + " is as it is since " + since + " and can't be changed or ended before, on " + day
                            + ".");
        }
    }

    /** Brings a product and its services up to a day, and tells of it if that changed its status. */
    void live(Product product, LocalDate today) {
        String before = product.status();
        product.live(today);
        products.flush();
        products.services(product.id()).forEach(service -> service.follow(product, today));
        products.flush();
        if (!before.equals(product.status())) {
            tell(product.status().equals("active") ? "activated" : "terminated", product);
        }
    }

    private void subscribe(
            Product product, List<PriceDetails> prices, OrderData.Item item, LocalDate start, String currency) {
        for (PriceDetails price : prices) {
            if (!price.terms().currency().equals(currency)) {
                throw new DomainException(
                        OrderProblem.CURRENCY_MISMATCH,
                        product.name() + " is priced in " + price.terms().currency() + ", and the account is kept in "
                                + currency + ". Choose an offering in " + currency + ".",
                        "productOffering");
            }
            items.add(new SubscriptionItem(
                    Ids.next(),
                    product.id(),
                    product.name(),
                    product.billingAccountId(),
                    price.terms(),
                    BigDecimal.valueOf(item.quantity()),
                    item.discounts(),
                    start,
                    null));
        }
    }

    private OfferingDetails sellable(UUID offeringId) {
        if (offeringId == null) {
            throw DomainException.invalid("productOffering", "The item names no product offering.");
        }
        OfferingDetails offering = catalog.offering(offeringId);
        if (!offering.isSellable()) {
            throw new DomainException(
                    OrderProblem.NOT_SELLABLE,
                    offering.name() + " is " + offering.data().lifecycleStatus()
                            + "; only Active and Launched offerings can be ordered.",
                    "productOffering");
        }
        return offering;
    }

    private Payer payer(ProductOrder order, UUID accountId) {
        if (accountId == null) {
            throw DomainException.invalid("billingAccount", "The item names no billing account.");
        }
        Payer payer = payers.find(accountId)
                .filter(found -> found.customerId().equals(order.customerId()))
                .orElseThrow(() -> DomainException.invalid(
                        "billingAccount", "The customer has no billing account with the id " + accountId + "."));
        if (!payer.isOpen()) {
            throw DomainException.invalid("billingAccount", "The billing account is closed. Choose another.");
        }
        return payer;
    }

    private Product own(ProductOrder order, UUID productId) {
        if (productId == null) {
            throw DomainException.invalid("product", "The item names no product.");
        }
        return products.find(productId)
                .filter(product -> product.customerId().equals(order.customerId()))
                .orElseThrow(() -> DomainException.invalid(
                        "product", "The customer has no product with the id " + productId + "."));
    }

    private void tell(String what, Product product) {
        outbox.record(
                "services.products." + what + ".v1",
                product.id().toString(),
                Map.of(
                        "productId", product.id().toString(),
                        "customerId", product.customerId().toString(),
                        "status", product.status(),
                        "name", product.name()));
    }
}
