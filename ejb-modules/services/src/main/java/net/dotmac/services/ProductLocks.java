package net.dotmac.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.dotmac.catalog.PriceType;
import net.dotmac.services.domain.Product;
import net.dotmac.services.domain.ProductLock;
import net.dotmac.services.domain.SubscriptionChange;
import net.dotmac.services.persistence.LockRepository;
import net.dotmac.services.persistence.ProductRepository;
import net.dotmac.services.persistence.SubscriptionItemReader;
import net.dotmac.services.persistence.SubscriptionItemRepository;

/**
 * Pauses what a product is charged for while a lock says that its days are not billed, and goes on afterwards. Runs in its
 * caller's transaction, which holds the product.
 */
@ApplicationScoped
class ProductLocks {

    @Inject
    private LockRepository locks;

    @Inject
    private ProductRepository products;

    @Inject
    private SubscriptionItemReader itemReader;

    @Inject
    private SubscriptionItemRepository items;

    @Inject
    private ProductLife life;

    /** Ends what recurs from the lock's first day on, and lets it go on where the lock's end is known. */
    void pause(ProductLock lock) {
        List<SubscriptionItem> recurring = itemReader.ofProducts(List.of(lock.productId())).stream()
                .filter(item -> item.terms().type() == PriceType.RECURRING)
                .toList();
        SubscriptionChange change = SubscriptionChange.end(recurring, lock.from());
        items.apply(change);
        locks.addPaused(lock.id(), change.ends());
        if (lock.to() != null) {
            goOn(lock, lock.to(), null);
        }
    }

    /**
     * Goes on with what a lock has paused, on the first day that no other lock pauses it; where that isn't known, it stays
     * paused for the sake of the other.
     *
     * @param day the first day without the lock
     * @param until when it goes on anyway, for its end was known, or null
     */
    void goOn(ProductLock lock, LocalDate day, LocalDate until) {
        List<ProductLock> others = locks.ofProduct(lock.productId()).stream()
                .filter(other -> !other.id().equals(lock.id()))
                .toList();
        LocalDate from = day;
        for (Optional<ProductLock> other = pausing(others, from); other.isPresent(); other = pausing(others, from)) {
            if (other.get().to() == null) {
                locks.handOver(lock.id(), other.get().id());
                return;
            }
            from = other.get().to();
        }
        items.apply(SubscriptionChange.goOn(paused(lock, until), from));
    }

    private static Optional<ProductLock> pausing(List<ProductLock> locks, LocalDate day) {
        return locks.stream().filter(lock -> lock.pauses(day)).findFirst();
    }

    /** The items as they would be without the lock, up to a day or for good. */
    private List<SubscriptionItem> paused(ProductLock lock, LocalDate until) {
        Map<UUID, SubscriptionItem> byId = new HashMap<>();
        itemReader.ofProducts(List.of(lock.productId())).forEach(item -> byId.put(item.id(), item));
        return locks.paused(lock.id()).stream()
                .map(paused -> {
                    SubscriptionItem item = byId.get(paused.itemId());
                    LocalDate end = until == null
                                    || (paused.before() != null
                                            && paused.before().isBefore(until))
                            ? paused.before()
                            : until;
                    return item.during(item.id(), item.start(), end);
                })
                .toList();
    }

    /**
     * Brings locks into force and to their end.
     *
     * @return how many
     */
    int liveDue(LocalDate today, int atMost) {
        List<ProductLock> due = locks.due(today, atMost);
        Set<UUID> touched = new LinkedHashSet<>();
        for (ProductLock lock : due) {
            lock.live(today);
            touched.add(lock.productId());
        }
        locks.flush();
        for (UUID id : touched) {
            Product product = products.find(id).orElseThrow();
            life.live(product, today);
        }
        return due.size();
    }
}
