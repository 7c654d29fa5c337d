package net.dotmac.services;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.domain.Product;
import net.dotmac.services.persistence.ProductRepository;
import net.dotmac.services.persistence.SubscriptionItemReader;
import net.dotmac.services.persistence.SubscriptionItemRepository;

/** What customers have, and what their accounts pay for. */
@Stateless
@Interceptors(CallInterceptor.class)
public class ProductService {

    @Inject
    private ProductRepository products;

    @Inject
    private SubscriptionItemReader itemReader;

    @Inject
    private SubscriptionItemRepository items;

    @Inject
    private AuditTrail audit;

    @Requires("product.read")
    public ProductDetails get(UUID id) {
        Product product = products.find(id).orElseThrow(() -> DomainException.notFound("product", id));
        return product.details(itemReader.ofProducts(List.of(id)));
    }

    @Requires("product.read")
    public Page<ProductDetails> list(Query query) {
        Page<Product> page = products.find(query);
        Map<UUID, List<SubscriptionItem>> byProduct =
                itemReader.ofProducts(page.rows().stream().map(Product::id).toList()).stream()
                        .collect(Collectors.groupingBy(SubscriptionItem::productId));
        return page.map(product -> product.details(byProduct.getOrDefault(product.id(), List.of())));
    }

    /** Those of these ids that are products. */
    @Requires("product.read")
    public Set<UUID> known(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : products.known(ids);
    }

    /** How many service instances there are by service type and, within it, by state of TMF638. */
    @Requires("product.read")
    public Map<String, Map<String, Long>> serviceCounts() {
        return products.serviceCounts();
    }

    /** All items these accounts pay for or ever paid for. */
    @Requires("product.read")
    public List<SubscriptionItem> itemsOfAccounts(Collection<UUID> billingAccountIds) {
        return billingAccountIds.isEmpty() ? List.of() : itemReader.ofAccounts(billingAccountIds);
    }

    /** These items; unknown ids are left out. */
    @Requires("product.read")
    public List<SubscriptionItem> items(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : itemReader.byIds(ids);
    }

    /** The ids of all items that these products have or ever had. */
    @Requires("product.read")
    public List<UUID> itemsOfProducts(Collection<UUID> productIds) {
        return productIds.isEmpty() ? List.of() : items.ofProducts(productIds);
    }

    /**
     * The items of these accounts that start before a day and are not settled, in bulk, for billing. Ended ones are among
     * them, for what ran until last week may not be charged yet.
     */
    @Requires("product.read")
    public List<SubscriptionItem> unsettledItems(Collection<UUID> billingAccountIds, LocalDate startBefore) {
        return billingAccountIds.isEmpty() ? List.of() : itemReader.unsettled(billingAccountIds, startBefore);
    }

    /**
     * Takes note that these items are charged to their ends, so that billing an account costs the same however long its
     * history is. One whose end has moved meanwhile is left out: something of it is to be given back.
     *
     * @param endsSeen the ends that they were charged to, by item; null for what was charged once
     */
    @Requires("invoice.issue")
    public void settleItems(Map<UUID, LocalDate> endsSeen) {
        if (!endsSeen.isEmpty()) {
            items.settle(endsSeen);
        }
    }

    /**
     * Gives a tax category to those items of a product that were sold without one; others stay as they are.
     *
     * @return how many items it completed
     */
    @Requires("billingAccount.write")
    public int completeTaxCategory(UUID productId, String category) {
        if (products.find(productId).isEmpty()) {
            throw DomainException.notFound("product", productId);
        }
        if (category == null || category.isBlank() || category.length() > 40) {
            throw DomainException.invalid("taxCategory", "Expected the name of a tax category, such as standard.");
        }
        int completed = items.completeTaxCategory(productId, category);
        audit.record(
                "product.taxCategoryCompleted", "product", productId, Map.of("category", category, "items", completed));
        return completed;
    }
}
