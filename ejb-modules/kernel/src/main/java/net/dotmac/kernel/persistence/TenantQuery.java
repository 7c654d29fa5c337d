package net.dotmac.kernel.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import org.hibernate.Session;

/**
 * Runs queries whose translation Hibernate keeps. While a filter is on, as {@code @TenantId} turns one on, Hibernate 6
 * translates a query to SQL anew each time it runs, which was most of what reading one row cost. These queries name the
 * tenant themselves, so that the filter adds nothing, and it is off while they run.
 */
public final class TenantQuery {

    private static final String FILTER = "_tenantId";

    private TenantQuery() {}

    /**
     * The rows of a query of the current tenant.
     *
     * @param query with the parameter {@code tenant}, which is set here: {@code e.tenantId = :tenant}
     * @throws IllegalArgumentException for a query without it
     */
    public static <T> List<T> list(EntityManager em, TypedQuery<T> query) {
        UUID tenant = CallContext.current().tenantId();
        query.setParameter("tenant", tenant);
        Session session = em.unwrap(Session.class);
        boolean isOn = session.getEnabledFilter(FILTER) != null;
        session.disableFilter(FILTER);
        try {
            return query.getResultList();
        } finally {
            if (isOn) {
                session.enableFilter(FILTER).setParameter("tenantId", tenant);
            }
        }
    }

    /** The entity of the current tenant with this id, or empty. */
    public static <E extends TenantEntity> Optional<E> byId(EntityManager em, Class<E> entity, UUID id) {
        String jpql = "select e from " + entity.getSimpleName() + " e where e.tenantId = :tenant and e.id = :id";
        return list(em, em.createQuery(jpql, entity).setParameter("id", id)).stream()
                .findFirst();
    }
}
