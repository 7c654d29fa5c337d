package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.persistence.SuspensionRepository;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.LockData;
import net.dotmac.services.LockDetails;
import net.dotmac.services.LockReason;
import net.dotmac.services.ProductDetails;
import net.dotmac.services.ProductLockService;
import net.dotmac.services.ProductService;

/**
 * Locks an account's products for being overdue and lets them go again: our own locks and no others. Runs in its caller's
 * transaction, which holds the case.
 */
@ApplicationScoped
class AccessLocks {

    @Inject
    private SuspensionRepository suspensions;

    @Inject
    private ProductService products;

    @Inject
    private ProductLockService locks;

    @Inject
    private BusinessClock clock;

    @Inject
    private CaseLog log;

    /** Begins a suspension, unless there is one. */
    void suspend(DunningCase about) {
        if (suspensions.open(about.id()).isEmpty()) {
            suspensions.begin(about.id(), clock.today());
        }
        lock(about);
    }

    /**
     * Brings access to where it belongs: locked while a suspension stands, unless it is granted or nothing is dunned.
     *
     * @param isReleased whether all that is overdue is disputed or arranged
     */
    void reconcile(DunningCase about, boolean isReleased) {
        boolean isWanted = suspensions.open(about.id()).isPresent() && !isReleased && !about.isGranted(clock.now());
        if (isWanted && !about.isSuspended()) {
            lock(about);
        } else if (isReleased && !about.details().access().equals("free")) {
            letIn(about);
        }
    }

    /** Lifts our locks until a time, after which the next look sets them again. */
    void grant(DunningCase about, Instant until) {
        lift(about);
        about.grant(until);
    }

    /** Ends the suspension, if there is one. @return its id */
    Optional<UUID> end(DunningCase about) {
        if (!about.details().access().equals("free")) {
            letIn(about);
        }
        Optional<UUID> suspension = suspensions.open(about.id());
        suspension.ifPresent(id -> suspensions.end(id, clock.today()));
        return suspension;
    }

    private void letIn(DunningCase about) {
        lift(about);
        about.letIn();
        log.note(about, "released", null, null);
        log.tell("collections.access.restored.v1", about, Map.of());
    }

    private void lock(DunningCase about) {
        UUID suspension = suspensions.open(about.id()).orElseThrow();
        LocalDate today = clock.today();
        try (CallContext.Scope scope =
                CallContext.current().with("product.read", "product.lock").bind()) {
            for (ProductDetails product : productsOf(about.billingAccountId())) {
                boolean isRunning = !product.status().equals("terminated")
                        && !product.startOn().isAfter(today);
                if (isRunning && !isOverdueLocked(product.id(), today)) {
                    LockDetails lock =
                            locks.lock(product.id(), new LockData(LockReason.OVERDUE, today, null, null, null));
                    suspensions.addLock(suspension, lock.id(), product.id());
                }
            }
        }
        about.lockedOut();
        log.note(about, "suspended", null, null);
    }

    /** Somebody may have locked it for this reason by hand; that lock stays his. */
    private boolean isOverdueLocked(UUID productId, LocalDate today) {
        return locks.list(productId).stream()
                .filter(lock -> lock.reason() == LockReason.OVERDUE)
                .anyMatch(lock -> lock.to() == null || lock.to().isAfter(today));
    }

    private void lift(DunningCase about) {
        Optional<UUID> suspension = suspensions.open(about.id());
        if (suspension.isEmpty()) {
            return;
        }
        LocalDate today = clock.today();
        try (CallContext.Scope scope =
                CallContext.current().with("product.read", "product.lock").bind()) {
            for (SuspensionRepository.Lock lock : suspensions.locks(suspension.get())) {
                boolean stands = locks.list(lock.productId()).stream()
                        .filter(each -> each.id().equals(lock.id()))
                        .anyMatch(each -> each.to() == null || each.to().isAfter(today));
                if (stands) {
                    locks.unlock(lock.id(), today);
                }
                suspensions.lifted(lock.id());
            }
        }
    }

    /** All of them: a payer of many sites may have more than a page. */
    private List<ProductDetails> productsOf(UUID account) {
        Query query = Query.where(Filter.equal("billingAccount.id", account.toString()))
                .orderBy("id", false);
        List<ProductDetails> all = new ArrayList<>();
        List<ProductDetails> page;
        do {
            page = products.list(query.page(all.size(), Query.MAX_LIMIT)).rows();
            all.addAll(page);
        } while (page.size() == Query.MAX_LIMIT);
        return all;
    }
}
