package net.dotmac.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.Ids;
import net.dotmac.services.domain.Days;
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
        Map<UUID, SubscriptionItem> recurring = recurring(lock);
        SubscriptionChange change = SubscriptionChange.end(List.copyOf(recurring.values()), lock.from());
        items.apply(change);
        List<ProductLock> others = others(lock);
        for (SubscriptionChange.End end : change.ends()) {
            Days days = new Days(end.day(), end.before());
            hold(lock, end.itemId(), days.before(lock.to()));
            if (lock.to() != null) {
                goOn(recurring.get(end.itemId()), days.since(lock.to()), others);
            }
        }
    }

    /**
     * Lets go on what a lock held back, where no other lock holds it.
     *
     * @param day the first day without the lock
     */
    void lift(ProductLock lock, LocalDate day) {
        Map<UUID, SubscriptionItem> recurring = recurring(lock);
        List<ProductLock> others = others(lock);
        for (LockRepository.Paused paused : locks.takePaused(lock.id())) {
            // A lock that is lifted ahead may still be lifted earlier than that.
            hold(lock, paused.itemId(), paused.days().before(day));
            goOn(recurring.get(paused.itemId()), paused.days().since(day), others);
        }
    }

    /** Day by day, from one lock's first or last to the next: what is held goes to its holder, the rest runs. */
    private void goOn(SubscriptionItem item, Days days, List<ProductLock> others) {
        Days left = days;
        while (!left.isEmpty()) {
            LocalDate day = left.from();
            Optional<ProductLock> holder =
                    others.stream().filter(lock -> lock.pauses(day)).findFirst();
            LocalDate end = holder.isPresent()
                    ? holder.get().to()
                    : nextPause(others, day).orElse(null);
            Days piece = left.before(end);
            if (holder.isPresent()) {
                hold(holder.get(), item.id(), piece);
            } else {
                items.add(item.during(Ids.next(), piece.from(), piece.to()));
            }
            if (piece.to() == null) {
                return;
            }
            left = left.since(piece.to());
        }
    }

    private static Optional<LocalDate> nextPause(List<ProductLock> others, LocalDate day) {
        return others.stream()
                .filter(lock -> lock.pausesPast(day) && lock.from().isAfter(day))
                .map(ProductLock::from)
                .min(Comparator.naturalOrder());
    }

    private void hold(ProductLock lock, UUID itemId, Days days) {
        if (!days.isEmpty()) {
            locks.addPaused(lock.id(), itemId, days);
        }
    }

    private Map<UUID, SubscriptionItem> recurring(ProductLock lock) {
        Map<UUID, SubscriptionItem> recurring = new LinkedHashMap<>();
        itemReader.ofProducts(List.of(lock.productId())).stream()
                .filter(item -> item.terms().type() == PriceType.RECURRING)
                .forEach(item -> recurring.put(item.id(), item));
        return recurring;
    }

    private List<ProductLock> others(ProductLock lock) {
        return locks.ofProduct(lock.productId()).stream()
                .filter(other -> !other.id().equals(lock.id()))
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
