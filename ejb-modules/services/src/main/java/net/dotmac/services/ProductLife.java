package net.dotmac.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.services.domain.Product;
import net.dotmac.services.domain.ProductLock;
import net.dotmac.services.persistence.LockRepository;
import net.dotmac.services.persistence.ProductRepository;

/** Brings products up to a day and tells of it; says how far back changes may reach. Runs in its caller's transaction. */
@ApplicationScoped
class ProductLife {

    @Inject
    private ProductRepository products;

    @Inject
    private LockRepository locks;

    @Inject
    private Payers payers;

    @Inject
    private Outbox outbox;

    /** Brings a product and its services up to a day, and tells of it if that changed its status. */
    void live(Product product, LocalDate today) {
        String before = product.status();
        boolean isLocked = locks.ofProduct(product.id()).stream()
                .anyMatch(lock -> lock.isInForce() && lock.reason().locksAccess());
        product.live(today, isLocked);
        products.flush();
        products.services(product.id()).forEach(service -> service.follow(product, today));
        products.flush();
        if (!before.equals(product.status())) {
            switch (product.status()) {
                case "active" -> tell(before.equals("suspended") ? "resumed" : "activated", product);
                case "suspended" -> tell("suspended", product);
                case "terminated" -> tell("terminated", product);
                default -> {
                    if (before.equals("suspended")) {
                        tell("resumed", product);
                    }
                }
            }
        }
    }

    void tell(String what, Product product) {
        outbox.record(
                "services.products." + what + ".v1",
                product.id().toString(),
                Map.of(
                        "productId", product.id().toString(),
                        "customerId", product.customerId().toString(),
                        "status", product.status(),
                        "name", product.name()));
    }

    void tell(String what, Product product, ProductLock lock) {
        outbox.record(
                "services.products." + what + ".v1",
                product.id().toString(),
                Map.of(
                        "productId", product.id().toString(),
                        "customerId", product.customerId().toString(),
                        "status", product.status(),
                        "name", product.name(),
                        "lockId", lock.id().toString(),
                        "reason", lock.reason().wire(),
                        "billed", lock.isBilled(),
                        "from", lock.from().toString(),
                        "to", lock.to() == null ? "" : lock.to().toString()));
    }

    /**
     * @throws DomainException {@code period-is-closed} if the books of the payer are closed for that day, or metered usage of
     *     it is billed
     */
    void requireOpen(Product product, List<SubscriptionItem> items, LocalDate day) {
        Payer payer = payers.find(product.billingAccountId()).orElseThrow();
        requireOpenBooks(payer, day);
        boolean isMetered =
                items.stream().anyMatch(item -> item.terms().type() == PriceType.USAGE && item.runsPast(day));
        if (isMetered && payer.usageBilledTo() != null && day.isBefore(payer.usageBilledTo())) {
            throw new DomainException(
                    OrderProblem.PERIOD_CLOSED,
                    "The usage of " + product.name() + " is billed up to " + payer.usageBilledTo()
                            + ", so it can't be changed from " + day + " on. Date the change "
                            + payer.usageBilledTo() + " or later.",
                    "requestedStartDate");
        }
    }

    void requireOpenBooks(Payer payer, LocalDate day) {
        if (payer.booksOpenFrom() != null && day.isBefore(payer.booksOpenFrom())) {
            throw new DomainException(
                    OrderProblem.PERIOD_CLOSED,
                    "The books are open from " + payer.booksOpenFrom() + " on, and the change is dated " + day
                            + ". Date it " + payer.booksOpenFrom() + " or later.",
                    "requestedStartDate");
        }
    }
}
