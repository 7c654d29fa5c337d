package net.dotmac.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.identity.domain.Client;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** API clients of the call's tenant. */
@ApplicationScoped
public class ClientRepository {

    private static final EntityList<Client> LIST = new EntityList<>(Client.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("clientId", "e.clientId", String.class)
            .with("name", "e.name", String.class)
            .with("status", "e.status", String.class)
            .with("createdAt", "e.createdAt", Instant.class);

    @PersistenceContext(unitName = "identity")
    private EntityManager em;

    public Page<Client> find(Query query) {
        return LIST.find(em, query);
    }

    public Optional<Client> byId(UUID id) {
        return Optional.ofNullable(em.find(Client.class, id));
    }

    public Optional<Client> byClientId(String clientId) {
        return em.createQuery("select c from Client c where c.clientId = :clientId", Client.class)
                .setParameter("clientId", clientId)
                .getResultStream()
                .findFirst();
    }

    public void add(Client client) {
        em.persist(client);
    }
}
