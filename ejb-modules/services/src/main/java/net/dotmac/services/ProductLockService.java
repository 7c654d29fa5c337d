package net.dotmac.services;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Requires;
import net.dotmac.services.domain.Product;
import net.dotmac.services.domain.ProductLock;
import net.dotmac.services.persistence.LockRepository;
import net.dotmac.services.persistence.ProductRepository;

/** Locks products and lifts locks, and keeps the tenant's rules on whether locked days are billed. */
@Stateless
@Interceptors(CallInterceptor.class)
public class ProductLockService {

    @Inject
    private LockRepository repository;

    @Inject
    private ProductRepository products;

    @Inject
    private ProductLocks locks;

    @Inject
    private ProductLife life;

    @Inject
    private Payers payers;

    @Inject
    private BusinessClock clock;

    @Inject
    private AuditTrail audit;

    /** All locks of a product, past ones too, in the order of their days. */
    @Requires("product.read")
    public List<LockDetails> list(UUID productId) {
        if (products.find(productId).isEmpty()) {
            throw DomainException.notFound("product", productId);
        }
        return repository.ofProduct(productId).stream()
                .map(ProductLock::details)
                .toList();
    }

    /**
     * Locks a product. Where its days are not billed, what recurs ends on the first of them and goes on after the last; what
     * was charged for them before is given back by the next bill.
     *
     * @throws DomainException {@code not-found}; {@code invalid-value} naming the attribute; {@code product-already-ended};
     *     {@code product-is-locked-already} for the same reason; {@code period-is-closed}
     */
    @Requires("product.lock")
    public LockDetails lock(UUID productId, LockData data) {
        Product product = products.lock(productId).orElseThrow(() -> DomainException.notFound("product", productId));
        LocalDate today = clock.today();
        LocalDate from = data.from() == null ? today : data.from();
        requireLockable(product, data, from);
        boolean billed = data.billed() == null ? isBilled(data.reason()) : data.billed();
        if (!billed) {
            life.requireOpenBooks(payers.find(product.billingAccountId()).orElseThrow(), from);
        }
        ProductLock lock = new ProductLock(new LockDetails(
                Ids.next(),
                productId,
                data.reason(),
                billed,
                from,
                data.to(),
                null,
                data.note(),
                CallContext.current().actor(),
                clock.now(),
                null));
        lock.live(today);
        repository.add(lock);
        if (!billed) {
            locks.pause(lock);
        }
        life.live(product, today);
        tell("product.locked", "locked", product, lock);
        return lock.details();
    }

    /**
     * Lifts a lock. Other locks of the product stay. Lifted already, it stays so.
     *
     * @param day the first day without it, or null for today; not before it begins
     * @throws DomainException {@code not-found}; {@code invalid-value} if it ends before that day anyway; {@code
     *     period-is-closed}
     */
    @Requires("product.lock")
    public LockDetails unlock(UUID lockId, LocalDate day) {
        UUID productId = repository.productOf(lockId).orElseThrow(() -> DomainException.notFound("lock", lockId));
        Product product = products.lock(productId).orElseThrow();
        ProductLock lock = repository.find(lockId).orElseThrow();
        if (lock.isOver()) {
            return lock.details();
        }
        LocalDate today = clock.today();
        LocalDate wanted = day == null ? today : day;
        LocalDate end = wanted.isBefore(lock.from()) ? lock.from() : wanted;
        LocalDate known = lock.to();
        if (known != null && !end.isBefore(known)) {
            throw DomainException.invalid(
                    "to", "The lock ends on " + known + " already, which is not after " + end + ".");
        }
        if (!lock.isBilled()) {
            life.requireOpenBooks(payers.find(product.billingAccountId()).orElseThrow(), end);
        }
        lock.endOn(end, CallContext.current().actor());
        lock.live(today);
        repository.flush();
        if (!lock.isBilled()) {
            locks.lift(lock, end);
        }
        life.live(product, today);
        tell("product.unlocked", "unlocked", product, lock);
        return lock.details();
    }

    /** Whether locked days are billed, for every reason. */
    @Requires("product.read")
    public Map<LockReason, Boolean> policies() {
        Map<LockReason, Boolean> policies = new EnumMap<>(LockReason.class);
        for (LockReason reason : LockReason.values()) {
            policies.put(reason, reason.isBilledUsually());
        }
        policies.putAll(repository.policies());
        return policies;
    }

    /** Says whether days locked for a reason are billed from now on; locks that exist stay as they are. */
    @Requires("lockPolicy.write")
    public void setPolicy(LockReason reason, boolean billed) {
        repository.setPolicy(reason, billed);
        audit.record("lockPolicy.changed", "lockPolicy", reason.wire(), Map.of("billed", billed));
    }

    private boolean isBilled(LockReason reason) {
        return repository.policies().getOrDefault(reason, reason.isBilledUsually());
    }

    private void requireLockable(Product product, LockData data, LocalDate from) {
        if (data.reason() == null) {
            throw DomainException.invalid(
                    "reason", "The reason is missing: overdue, fairUse, prepaid, fraud, customer, staff or outage.");
        }
        if (product.status().equals("terminated")) {
            throw new DomainException(OrderProblem.PRODUCT_ENDED, product.name() + " has ended and can't be locked.");
        }
        if (from.isBefore(product.startOn())) {
            throw DomainException.invalid(
                    "from",
                    product.name() + " starts on " + product.startOn() + " and can't be locked before, from " + from
                            + " on.");
        }
        for (ProductLock other : repository.ofProduct(product.id())) {
            boolean overlaps = (other.to() == null || other.to().isAfter(from))
                    && (data.to() == null || data.to().isAfter(other.from()));
            if (other.reason() == data.reason() && overlaps) {
                throw new DomainException(
                        OrderProblem.LOCKED_ALREADY,
                        product.name() + " is locked for this reason from " + other.from()
                                + (other.to() == null ? " on" : " to " + other.to()) + ". Lift that lock first.");
            }
        }
    }

    private void tell(String action, String what, Product product, ProductLock lock) {
        audit.record(
                action,
                "product",
                product.id(),
                Map.of(
                        "reason", lock.reason().wire(),
                        "billed", lock.isBilled(),
                        "from", lock.from().toString(),
                        "to", lock.to() == null ? "" : lock.to().toString()));
        life.tell(what, product, lock);
    }
}
