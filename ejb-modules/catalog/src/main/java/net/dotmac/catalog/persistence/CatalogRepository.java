package net.dotmac.catalog.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.catalog.domain.Offering;
import net.dotmac.catalog.domain.OfferingPrice;
import net.dotmac.catalog.domain.Specification;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Finds and keeps the catalogue of the current tenant. */
@ApplicationScoped
public class CatalogRepository {

    private final EntityList<Offering> offerings =
            common(Offering.class).with("productSpecification.id", "e.specificationId", UUID.class);

    private final EntityList<Specification> specifications =
            common(Specification.class).with("brand", "e.brand", String.class);

    private final EntityList<OfferingPrice> prices = common(OfferingPrice.class)
            .with("priceType", "e.priceType", String.class)
            .with("price.unit", "e.currency", String.class)
            .with("price.value", "e.unitPrice", BigDecimal.class);

    @PersistenceContext(unitName = "catalog")
    private EntityManager em;

    private static <E extends TenantEntity> EntityList<E> common(Class<E> entity) {
        return new EntityList<>(entity, "e.id")
                .with("id", "e.id", UUID.class)
                .with("name", "e.name", String.class)
                .with("description", "e.description", String.class)
                .with("lifecycleStatus", "e.lifecycleStatus", String.class)
                .with("lastUpdate", "e.lastUpdate", Instant.class);
    }

    public Page<Offering> offerings(Query query) {
        return offerings.find(em, query);
    }

    public Page<Specification> specifications(Query query) {
        return specifications.find(em, query);
    }

    public Page<OfferingPrice> prices(Query query) {
        return prices.find(em, query);
    }

    public Optional<Offering> offering(UUID id) {
        return byId(Offering.class, id);
    }

    public Optional<Specification> specification(UUID id) {
        return byId(Specification.class, id);
    }

    public Optional<OfferingPrice> price(UUID id) {
        return byId(OfferingPrice.class, id);
    }

    private <E extends TenantEntity> Optional<E> byId(Class<E> entity, UUID id) {
        return TenantQuery.byId(em, entity, id);
    }

    public Map<UUID, Specification> specificationsById(Collection<UUID> ids) {
        Map<UUID, Specification> found = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("select e from Specification e where e.id in :ids", Specification.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    /** The prices of each of these offerings in their order: two queries, however many there are. */
    public Map<UUID, List<OfferingPrice>> pricesOf(Collection<UUID> offeringIds) {
        Map<UUID, List<OfferingPrice>> result = new HashMap<>();
        if (offeringIds.isEmpty()) {
            return result;
        }
        List<?> links = em.createNativeQuery("select offering_id, price_id from catalog.offering_has_price "
                        + "where offering_id in (:ids) order by offering_id, position")
                .setParameter("ids", offeringIds)
                .getResultList();
        List<UUID> priceIds = links.stream()
                .map(link -> (UUID) ((Object[]) link)[1])
                .distinct()
                .toList();
        Map<UUID, OfferingPrice> byId = new HashMap<>();
        if (!priceIds.isEmpty()) {
            em.createQuery("select e from OfferingPrice e where e.id in :ids", OfferingPrice.class)
                    .setParameter("ids", priceIds)
                    .getResultStream()
                    .forEach(price -> byId.put(price.id(), price));
        }
        for (Object link : links) {
            Object[] row = (Object[]) link;
            result.computeIfAbsent((UUID) row[0], id -> new ArrayList<>()).add(byId.get((UUID) row[1]));
        }
        return result;
    }

    public void setPrices(UUID offeringId, List<UUID> priceIds) {
        em.flush();
        em.createNativeQuery("delete from catalog.offering_has_price where offering_id = :offering")
                .setParameter("offering", offeringId)
                .executeUpdate();
        for (int position = 0; position < priceIds.size(); position++) {
            em.createNativeQuery("insert into catalog.offering_has_price (tenant_id, offering_id, position, price_id) "
                            + "values (:tenant, :offering, :position, :price)")
                    .setParameter("tenant", CallContext.current().tenantId())
                    .setParameter("offering", offeringId)
                    .setParameter("position", position)
                    .setParameter("price", priceIds.get(position))
                    .executeUpdate();
        }
    }

    public boolean isPriceUsed(UUID priceId) {
        return !em.createNativeQuery("select 1 from catalog.offering_has_price where price_id = :price limit 1")
                .setParameter("price", priceId)
                .getResultList()
                .isEmpty();
    }

    public boolean isSpecificationUsed(UUID specificationId) {
        return !em.createQuery("select 1 from Offering e where e.specificationId = :id", Integer.class)
                .setParameter("id", specificationId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void add(TenantEntity entity) {
        em.persist(entity);
        em.flush();
    }

    public void remove(TenantEntity entity) {
        em.remove(entity);
        em.flush();
    }

    public void flush() {
        em.flush();
    }
}
