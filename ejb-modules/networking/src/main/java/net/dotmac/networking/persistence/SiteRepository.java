package net.dotmac.networking.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.domain.Site;

/** Finds and keeps sites of the current tenant. */
@ApplicationScoped
public class SiteRepository {

    private final EntityList<Site> list = new EntityList<>(Site.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("name", "e.name", String.class)
            .with("location", "e.location", String.class);

    @PersistenceContext(unitName = "networking")
    private EntityManager em;

    public Page<Site> find(Query query) {
        return list.find(em, query);
    }

    public Optional<Site> find(UUID id) {
        return TenantQuery.byId(em, Site.class, id);
    }

    /** Whether another site has the name; what is not flushed stays so, or the database would refuse it first. */
    public boolean nameExists(String name, UUID id) {
        return em.createQuery("select count(e) from Site e where e.name = :name and e.id <> :id", Long.class)
                        .setParameter("name", name)
                        .setParameter("id", id)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult()
                > 0;
    }

    public void flush() {
        em.flush();
    }

    public void add(Site site) {
        em.persist(site);
    }
}
