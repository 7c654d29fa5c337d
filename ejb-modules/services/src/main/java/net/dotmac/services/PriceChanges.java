package net.dotmac.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.services.domain.PriceChange;
import net.dotmac.services.domain.Product;
import net.dotmac.services.domain.SubscriptionChange;
import net.dotmac.services.persistence.PriceChangeRepository;
import net.dotmac.services.persistence.PriceChangeRepository.Due;
import net.dotmac.services.persistence.ProductRepository;
import net.dotmac.services.persistence.SubscriptionItemReader;
import net.dotmac.services.persistence.SubscriptionItemRepository;

/** Gives products the prices that were planned for them; runs in its caller's transaction. */
@ApplicationScoped
class PriceChanges {

    @Inject
    private PriceChangeRepository repository;

    @Inject
    private ProductRepository products;

    @Inject
    private SubscriptionItemReader itemReader;

    @Inject
    private SubscriptionItemRepository items;

    @Inject
    private ProductLife life;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** @return how many products were settled, one way or the other */
    int applyDue(LocalDate today, int atMost) {
        Set<UUID> touched = new HashSet<>();
        int settled = 0;
        for (Due due : repository.due(today, atMost)) {
            Product product = products.lock(due.productId()).orElseThrow();
            apply(due, product);
            touched.add(due.changeId());
            settled++;
        }
        for (UUID changeId : touched) {
            PriceChange change = repository.lock(changeId).orElseThrow();
            if (!repository.isAnyPlanned(changeId)) {
                change.close(CallContext.current().actor(), clock.now());
                repository.flush();
                outbox.record(
                        "services.priceChanges.applied.v1",
                        changeId.toString(),
                        Map.of(
                                "priceChangeId", changeId.toString(),
                                "name", change.details().data().name(),
                                "products", change.details().products()));
            }
        }
        return settled;
    }

    private void apply(Due due, Product product) {
        PriceChangeItem planned = repository.item(due);
        Optional<SubscriptionItem> running = itemReader.ofProducts(List.of(product.id())).stream()
                .filter(item -> due.priceId().equals(item.terms().offeringPriceId()) && item.end() == null)
                .findFirst();
        if (running.isEmpty()) {
            repository.mark(due, "leftOut", "ended");
        } else if (running.get().terms().unitPrice().compareTo(planned.unitPrice()) != 0) {
            repository.mark(due, "leftOut", "priceChanged");
        } else {
            SubscriptionItem item = running.get();
            LocalDate from = planned.from().isBefore(item.start()) ? item.start() : planned.from();
            items.apply(new SubscriptionChange(
                    List.of(new SubscriptionChange.End(item.id(), from, null)),
                    List.of(item.at(planned.newUnitPrice()).during(Ids.next(), from, null))));
            repository.mark(due, "applied", null);
            life.tell("changed", product);
        }
    }
}
