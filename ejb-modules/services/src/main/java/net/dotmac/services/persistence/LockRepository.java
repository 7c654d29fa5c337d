package net.dotmac.services.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.services.LockReason;
import net.dotmac.services.domain.Days;
import net.dotmac.services.domain.ProductLock;

/** Finds and keeps locks, what they paused, and the tenant's rules for them. */
@ApplicationScoped
public class LockRepository {

    @PersistenceContext(unitName = "services")
    private EntityManager em;

    @Inject
    private Database database;

    /** The product that a lock is of. */
    public Optional<UUID> productOf(UUID lockId) {
        return database.first(
                "select product_id from services.product_lock where id = ?",
                row -> row.getObject(1, UUID.class),
                lockId);
    }

    public Optional<ProductLock> find(UUID id) {
        return TenantQuery.byId(em, ProductLock.class, id);
    }

    /** All locks of a product, past ones too, in the order of their days. */
    public List<ProductLock> ofProduct(UUID productId) {
        return em.createQuery(
                        "select e from ProductLock e where e.productId = :product order by e.fromOn, e.id",
                        ProductLock.class)
                .setParameter("product", productId)
                .getResultList();
    }

    /** Locks that the day has overtaken. */
    public List<ProductLock> due(LocalDate today, int atMost) {
        return em.createQuery(
                        "select e from ProductLock e where (e.state = 'planned' and e.fromOn <= :today) "
                                + "or (e.state in ('planned', 'inForce') and e.toOn <= :today) order by e.fromOn, e.id",
                        ProductLock.class)
                .setParameter("today", today)
                .setMaxResults(atMost)
                .getResultList();
    }

    public void add(ProductLock lock) {
        em.persist(lock);
        em.flush();
    }

    public void flush() {
        em.flush();
    }

    public void addPaused(UUID lockId, UUID itemId, Days days) {
        database.update(
                "insert into services.paused_item (tenant_id, lock_id, item_id, from_on, to_on) values (?, ?, ?, ?, ?)",
                CallContext.current().tenantId(),
                lockId,
                itemId,
                days.from(),
                days.to());
    }

    /** Takes what a lock holds back out of it. */
    public List<Paused> takePaused(UUID lockId) {
        return database.list(
                "delete from services.paused_item where lock_id = ? returning item_id, from_on, to_on",
                row -> new Paused(
                        row.getObject(1, UUID.class),
                        new Days(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))),
                lockId);
    }

    /** Nothing of a product that ends goes on after its end, whichever of its locks is lifted. */
    public void cutPaused(UUID productId, LocalDate end) {
        String ofProduct = " and lock_id in (select id from services.product_lock where product_id = ?)";
        database.update("delete from services.paused_item where from_on >= ?" + ofProduct, end, productId);
        database.update(
                "update services.paused_item set to_on = ? where (to_on is null or to_on > ?)" + ofProduct,
                end,
                end,
                productId);
    }

    /** Days of an item that do not run. */
    public record Paused(UUID itemId, Days days) {}

    /** The tenant's own rules; reasons without one are missing. */
    public Map<LockReason, Boolean> policies() {
        Map<LockReason, Boolean> policies = new EnumMap<>(LockReason.class);
        database.list("select reason, billed from services.lock_policy", row -> {
            policies.put(LockReason.ofWire(row.getString(1)), row.getBoolean(2));
            return true;
        });
        return policies;
    }

    public void setPolicy(LockReason reason, boolean billed) {
        database.update(
                "insert into services.lock_policy (tenant_id, reason, billed) values (?, ?, ?) "
                        + "on conflict (tenant_id, reason) do update set billed = excluded.billed",
                CallContext.current().tenantId(),
                reason.wire(),
                billed);
    }
}
