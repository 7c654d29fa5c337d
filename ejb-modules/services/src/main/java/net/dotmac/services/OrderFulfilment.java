package net.dotmac.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.OfferingDetails;
import net.dotmac.catalog.PriceDetails;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.PromotionData;
import net.dotmac.catalog.PromotionService;
import net.dotmac.catalog.PromotionUse;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.services.domain.EndFees;
import net.dotmac.services.domain.Product;
import net.dotmac.services.domain.ProductLock;
import net.dotmac.services.domain.ProductOrder;
import net.dotmac.services.domain.Sale;
import net.dotmac.services.domain.ServiceInstance;
import net.dotmac.services.domain.SubscriptionChange;
import net.dotmac.services.persistence.LockRepository;
import net.dotmac.services.persistence.ProductRepository;
import net.dotmac.services.persistence.SubscriptionItemReader;
import net.dotmac.services.persistence.SubscriptionItemRepository;

/** Turns the items of an order into products, subscription items and service instances; runs in the order's transaction. */
@ApplicationScoped
class OrderFulfilment {

    @Inject
    private ProductRepository products;

    @Inject
    private SubscriptionItemRepository items;

    @Inject
    private SubscriptionItemReader itemReader;

    @Inject
    private LockRepository locks;

    @Inject
    private CatalogService catalog;

    @Inject
    private PromotionService promotions;

    @Inject
    private Payers payers;

    @Inject
    private ProductLife life;

    @Inject
    private BusinessClock clock;

    /** @return the item with the product it led to */
    OrderData.Item carryOut(ProductOrder order, OrderData.Item item) {
        OrderRules.check(item);
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
                item.discounts(),
                item.promotionCode());
    }

    private UUID add(ProductOrder order, OrderData.Item item) {
        OfferingDetails offering = sellable(item.offeringId());
        Payer payer = payer(order, item.billingAccountId());
        life.requireOpenBooks(payer, order.requestedStart());
        Product product =
                new Product(offering, payer, order.id(), item.quantity(), order.requestedStart(), clock.now());
        products.add(product);
        List<OrderedDiscount> discounts = discounts(order, item, payer.currency());
        sell(sale(product, item, discounts, order.requestedStart()), offering.prices(), payer.currency());
        if (!offering.serviceType().equals("goods")) {
            products.add(new ServiceInstance(product, offering.serviceType()));
        }
        life.live(product, clock.today());
        return product.id();
    }

    private UUID modify(ProductOrder order, OrderData.Item item) {
        Product product = own(order, item.productId());
        LocalDate day = order.requestedStart();
        List<SubscriptionItem> before = itemReader.ofProducts(List.of(product.id()));
        life.requireOpen(product, before, day);
        requireNoPausePast(product, day);
        boolean isOther = item.offeringId() != null && !item.offeringId().equals(product.offeringId());
        OfferingDetails offering = isOther ? sellable(item.offeringId()) : catalog.offering(product.offeringId());
        Payer payer =
                payer(order, item.billingAccountId() == null ? product.billingAccountId() : item.billingAccountId());
        life.requireOpenBooks(payer, day);
        product.become(offering, item.quantity(), payer, day);
        products.flush();
        if (isOther) {
            replace(product, before, offering, item, day, payer.currency());
        } else {
            goOn(product, before, item, day, payer.currency());
        }
        life.tell("changed", product);
        return product.id();
    }

    /**
     * Sells another offering in place of the old. What is charged once, such as the installation, was charged when the product
     * was added; a penalty goes on where the new offering has none, for the commitment does.
     */
    private void replace(
            Product product,
            List<SubscriptionItem> before,
            OfferingDetails offering,
            OrderData.Item item,
            LocalDate day,
            String currency) {
        boolean hasPenalty =
                offering.prices().stream().anyMatch(price -> price.terms().type() == PriceType.PENALTY);
        items.apply(SubscriptionChange.end(
                before.stream()
                        .filter(each -> each.terms().type() != PriceType.ONE_TIME)
                        .filter(each -> hasPenalty || each.terms().type() != PriceType.PENALTY)
                        .toList(),
                day));
        sell(
                sale(product, item, day),
                offering.prices().stream()
                        .filter(price -> price.terms().type() != PriceType.ONE_TIME)
                        .toList(),
                currency);
    }

    /** Goes on at the prices once agreed, in another quantity, with other discounts or paid by another account. */
    private void goOn(
            Product product, List<SubscriptionItem> before, OrderData.Item item, LocalDate day, String currency) {
        Sale sale = sale(product, item, day);
        List<SubscriptionItem> lasting = before.stream()
                .filter(each -> each.terms().type() != PriceType.ONE_TIME && each.runsPast(day))
                .toList();
        lasting.forEach(each -> OrderRules.requireCurrency(product, each.terms(), currency));
        items.apply(SubscriptionChange.end(lasting, day));
        items.apply(
                SubscriptionChange.goOn(lasting.stream().map(sale::insteadOf).toList(), day));
    }

    private UUID end(ProductOrder order, OrderData.Item item) {
        Product product = own(order, item.productId());
        LocalDate day = order.requestedStart();
        List<SubscriptionItem> before = itemReader.ofProducts(List.of(product.id()));
        life.requireOpen(product, before, day);
        product.endOn(day);
        products.flush();
        items.apply(SubscriptionChange.end(
                before.stream()
                        .filter(each -> each.terms().type() != PriceType.ONE_TIME)
                        .toList(),
                day));
        EndFees.of(product, before, day).forEach(items::add);
        LocalDate today = clock.today();
        for (ProductLock lock : locks.ofProduct(product.id())) {
            if (lock.to() == null || lock.to().isAfter(day)) {
                lock.endOn(
                        day.isBefore(lock.from()) ? lock.from() : day,
                        CallContext.current().actor());
                lock.live(today);
            }
        }
        locks.flush();
        locks.cutPaused(product.id(), day);
        life.live(product, today);
        return product.id();
    }

    private void requireNoPausePast(Product product, LocalDate day) {
        for (ProductLock lock : locks.ofProduct(product.id())) {
            if (lock.pausesPast(day)) {
                throw new DomainException(
                        OrderProblem.PRODUCT_PAUSED,
                        product.name() + " is paused from " + lock.from()
                                + (lock.to() == null ? " on" : " to " + lock.to()) + " and can't be changed from " + day
                                + " on. Date the change after the pause, or end the pause first.",
                        "requestedStartDate");
            }
        }
    }

    /** What was agreed, and then what the code gives. */
    private List<OrderedDiscount> discounts(ProductOrder order, OrderData.Item item, String currency) {
        if (item.promotionCode() == null) {
            return item.discounts();
        }
        PromotionData given = promotions
                .use(new PromotionUse(
                        item.promotionCode(),
                        order.id(),
                        item.itemId(),
                        item.offeringId(),
                        order.customerId(),
                        currency,
                        clock.today()))
                .data();
        Discount.Kind kind = given.kind().equals(PromotionData.PERCENT) ? Discount.Kind.PERCENT : Discount.Kind.AMOUNT;
        List<OrderedDiscount> discounts = new ArrayList<>(item.discounts());
        discounts.add(
                new OrderedDiscount(new Discount(given.name(), kind, given.value(), null, null), given.periods()));
        return discounts;
    }

    private Sale sale(Product product, OrderData.Item item, LocalDate day) {
        return sale(product, item, item.discounts(), day);
    }

    private static Sale sale(Product product, OrderData.Item item, List<OrderedDiscount> discounts, LocalDate day) {
        return new Sale(
                product,
                BigDecimal.valueOf(item.quantity()),
                discounts,
                day,
                CallContext.current().actor());
    }

    private void sell(Sale sale, List<PriceDetails> prices, String currency) {
        for (PriceDetails price : prices) {
            OrderRules.requireCurrency(sale.product(), price.terms(), currency);
            sale.of(price).forEach(items::add);
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
        return products.lock(productId)
                .filter(product -> product.customerId().equals(order.customerId()))
                .orElseThrow(() -> DomainException.invalid(
                        "product", "The customer has no product with the id " + productId + "."));
    }
}
