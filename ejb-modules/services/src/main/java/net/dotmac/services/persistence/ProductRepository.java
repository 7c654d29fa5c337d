package net.dotmac.services.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.domain.Product;
import net.dotmac.services.domain.ServiceInstance;

/** Finds and keeps products and their service instances. */
@ApplicationScoped
public class ProductRepository {

    private final EntityList<Product> list = new EntityList<>(Product.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("name", "e.name", String.class)
            .with("status", "e.status", String.class)
            .with("relatedParty.id", "e.customerId", UUID.class)
            .with("billingAccount.id", "e.billingAccountId", UUID.class)
            .with("productOffering.id", "e.offeringId", UUID.class)
            .with("productOffering.name", "e.offeringName", String.class)
            .with("startDate", "e.startOn", LocalDate.class)
            .with("terminationDate", "e.endOn", LocalDate.class);

    @PersistenceContext(unitName = "services")
    private EntityManager em;

    @Inject
    private Database database;

    public Optional<Product> find(UUID id) {
        return TenantQuery.byId(em, Product.class, id);
    }

    /** The product, locked until the transaction ends: whoever changes one waits for whoever does already. */
    public Optional<Product> lock(UUID id) {
        return em.createQuery("select e from Product e where e.id = :id", Product.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Those of these ids that are products of the tenant. */
    public Set<UUID> known(Collection<UUID> ids) {
        return new HashSet<>(database.list(
                "select id from services.product where tenant_id = ? and id = any(?)",
                row -> row.getObject(1, UUID.class),
                CallContext.current().tenantId(),
                ids.toArray(UUID[]::new)));
    }

    public Page<Product> find(Query query) {
        return list.find(em, query);
    }

    /** Products whose status the day has overtaken. */
    public List<Product> due(LocalDate today, int atMost) {
        return em.createQuery(
                        "select e from Product e where (e.status = 'pendingActive' and e.startOn <= :today) "
                                + "or (e.status in ('pendingActive', 'pendingTerminate', 'suspended') and e.endOn <= :today) order by e.id",
                        Product.class)
                .setParameter("today", today)
                .setMaxResults(atMost)
                .getResultList();
    }

    public List<ServiceInstance> services(UUID productId) {
        return em.createQuery("select e from ServiceInstance e where e.productId = :id", ServiceInstance.class)
                .setParameter("id", productId)
                .getResultList();
    }

    /** How many service instances there are by type and state. */
    public Map<String, Map<String, Long>> serviceCounts() {
        return em.createQuery(
                        "select e.serviceType, e.state, count(e) from ServiceInstance e group by e.serviceType, e.state",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], TreeMap::new, Collectors.toMap(row -> (String) row[1], row ->
                                (Long) row[2])));
    }

    public void add(Product product) {
        em.persist(product);
        em.flush();
    }

    public void add(ServiceInstance service) {
        em.persist(service);
        em.flush();
    }

    public void flush() {
        em.flush();
    }
}
