package net.dotmac.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.identity.domain.User;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Users of the call's tenant. */
@ApplicationScoped
public class UserRepository {

    private static final EntityList<User> LIST = new EntityList<>(User.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("username", "e.username", String.class)
            .with("fullName", "e.fullName", String.class)
            .with("email", "e.email", String.class)
            .with("status", "e.status", String.class)
            .with("createdAt", "e.createdAt", Instant.class);

    @PersistenceContext(unitName = "identity")
    private EntityManager em;

    public Page<User> find(Query query) {
        return LIST.find(em, query);
    }

    public Optional<User> byId(UUID id) {
        return Optional.ofNullable(em.find(User.class, id));
    }

    public Optional<User> byUsername(String username) {
        return select(username, LockModeType.NONE);
    }

    /** The user with his row locked until the transaction ends, so that parallel guesses are counted one by one. */
    public Optional<User> lockByUsername(String username) {
        return select(username, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<User> select(String username, LockModeType lock) {
        List<User> found = em.createQuery("select u from User u where u.username = :username", User.class)
                .setParameter("username", username)
                .setLockMode(lock)
                .getResultList();
        return found.stream().findFirst();
    }

    public void add(User user) {
        em.persist(user);
    }

    /** Writes what has changed, so that a broken rule shows now and not at the commit. */
    public void flush() {
        em.flush();
    }
}
