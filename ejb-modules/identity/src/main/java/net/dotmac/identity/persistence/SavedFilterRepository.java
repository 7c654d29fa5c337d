package net.dotmac.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.identity.domain.KeptFilter;

/** What people saved of their lists. */
@ApplicationScoped
public class SavedFilterRepository {

    @PersistenceContext(unitName = "identity")
    private EntityManager em;

    public List<KeptFilter> of(String owner, String list) {
        return em.createQuery(
                        "select f from KeptFilter f where f.owner = :owner and f.list = :list order by f.name",
                        KeptFilter.class)
                .setParameter("owner", owner)
                .setParameter("list", list)
                .getResultList();
    }

    public Optional<KeptFilter> find(UUID id) {
        return Optional.ofNullable(em.find(KeptFilter.class, id));
    }

    public void add(KeptFilter filter) {
        em.persist(filter);
    }

    public void remove(KeptFilter filter) {
        em.remove(filter);
    }
}
