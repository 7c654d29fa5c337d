package net.dotmac.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.identity.domain.RefreshToken;

/** Refresh tokens of the call's tenant, by their hash. */
@ApplicationScoped
public class RefreshTokenRepository {

    @PersistenceContext(unitName = "identity")
    private EntityManager em;

    /** The token with its row locked: of two uses at once, the second sees the first. */
    public Optional<RefreshToken> lockByHash(String hash) {
        return em.createQuery("select t from RefreshToken t where t.tokenHash = :hash", RefreshToken.class)
                .setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public void add(RefreshToken token) {
        em.persist(token);
    }

    public void revokeFamily(UUID family, Instant now) {
        em.createQuery("update RefreshToken t set t.revokedAt = :now where t.family = :family and t.revokedAt is null")
                .setParameter("now", now)
                .setParameter("family", family)
                .executeUpdate();
    }

    /** Ends every session of a user at its next refresh. */
    public void revokeAllOf(UUID userId, Instant now) {
        em.createQuery("update RefreshToken t set t.revokedAt = :now where t.userId = :user and t.revokedAt is null")
                .setParameter("now", now)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Forgets a user's tokens that nobody could use any more. */
    public void forgetExpired(UUID userId, Instant now) {
        em.createQuery("delete from RefreshToken t where t.userId = :user and t.expiresAt < :now")
                .setParameter("user", userId)
                .setParameter("now", now)
                .executeUpdate();
    }
}
