package net.dotmac.identity.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.TenantEntity;

/**
 * One link of a chain that a sign-in started. It is used once, for the next link; used again, somebody has a copy,
 * and the whole family is revoked (RFC 9700 §4.14.2).
 */
@Entity
@Table(name = "refresh_token")
public class RefreshToken extends TenantEntity {

    /** An unused chain ends after this. */
    public static final Duration LIFE = Duration.ofDays(14);

    @Column(name = "family", updatable = false)
    private UUID family;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "token_hash", updatable = false)
    private String tokenHash;

    @Column(name = "issued_at", updatable = false)
    private Instant issuedAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected RefreshToken() {}

    private RefreshToken(UUID family, UUID userId, String tokenHash, Instant now) {
        super(newId());
        this.family = family;
        this.userId = userId;
        this.tokenHash = tokenHash;
        this.issuedAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** The first token of a new family. */
    public static RefreshToken first(UUID userId, String tokenHash, Instant now) {
        return new RefreshToken(Ids.next(), userId, tokenHash, now);
    }

    /** What presenting this token means now. */
    public Use use(Instant now) {
        if (revokedAt != null || !now.isBefore(expiresAt)) {
            return Use.REFUSED;
        }
        if (usedAt != null) {
            return Use.STOLEN;
        }
        usedAt = now;
        return Use.GOOD;
    }

    /** The next token of the family. */
    public RefreshToken next(String nextHash, Instant now) {
        return new RefreshToken(family, userId, nextHash, now);
    }

    public UUID family() {
        return family;
    }

    public UUID userId() {
        return userId;
    }

    /** What a presented token turns out to be. */
    public enum Use {
        /** The first use; it is spent now. */
        GOOD,
        /** Expired or revoked. */
        REFUSED,
        /** It was used before: the family must be revoked. */
        STOLEN
    }
}
