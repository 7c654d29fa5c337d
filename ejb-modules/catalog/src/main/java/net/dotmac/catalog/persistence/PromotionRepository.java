package net.dotmac.catalog.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.catalog.PromotionUse;
import net.dotmac.catalog.domain.Promotion;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Finds and keeps promotions of the current tenant, with the offerings they are good for and their uses. */
@ApplicationScoped
public class PromotionRepository {

    private final EntityList<Promotion> list = new EntityList<>(Promotion.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("code", "e.code", String.class)
            .with("validFrom", "e.validFrom", LocalDate.class);

    @PersistenceContext(unitName = "catalog")
    private EntityManager em;

    @Inject
    private Database database;

    public Optional<Promotion> find(UUID id) {
        return TenantQuery.byId(em, Promotion.class, id);
    }

    /** The promotion of a code, held until the transaction ends: two orders that name it wait for each other. */
    public Optional<Promotion> lockByCode(String code) {
        return em.createQuery("select e from Promotion e where e.code = :code", Promotion.class)
                .setParameter("code", code)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public boolean codeExists(String code) {
        return !em.createQuery("select 1 from Promotion e where e.code = :code", Integer.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    public Page<Promotion> find(Query query) {
        return list.find(em, query);
    }

    public void add(Promotion promotion, Collection<UUID> offerings) {
        em.persist(promotion);
        em.flush();
        for (UUID offering : offerings) {
            database.update(
                    "insert into catalog.promotion_offering (tenant_id, promotion_id, offering_id) values (?, ?, ?) "
                            + "on conflict do nothing",
                    CallContext.current().tenantId(),
                    promotion.id(),
                    offering);
        }
    }

    /** The offerings of these promotions; those for all are left out. */
    public Map<UUID, List<UUID>> offerings(Collection<UUID> promotionIds) {
        Map<UUID, List<UUID>> offerings = new HashMap<>();
        database.list(
                "select promotion_id, offering_id from catalog.promotion_offering where promotion_id = any(?) "
                        + "order by promotion_id, offering_id",
                row -> offerings
                        .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(row.getObject(2, UUID.class)),
                (Object) promotionIds.toArray(UUID[]::new));
        return offerings;
    }

    public long usesOf(UUID promotionId, UUID customerId) {
        return database.first(
                        "select count(*) from catalog.promotion_use where promotion_id = ? and customer_id = ?",
                        row -> row.getLong(1),
                        promotionId,
                        customerId)
                .orElse(0L);
    }

    public void addUse(UUID promotionId, PromotionUse use, Instant now) {
        em.flush();
        database.update(
                "insert into catalog.promotion_use (tenant_id, promotion_id, order_id, item_id, customer_id, used_at) "
                        + "values (?, ?, ?, ?, ?, ?)",
                CallContext.current().tenantId(),
                promotionId,
                use.orderId(),
                use.itemId(),
                use.customerId(),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    public void flush() {
        em.flush();
    }
}
