package net.dotmac.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.identity.domain.RefreshToken;
import net.dotmac.identity.domain.User;
import net.dotmac.identity.persistence.RefreshTokenRepository;
import net.dotmac.identity.persistence.RoleRepository;
import net.dotmac.identity.persistence.UserRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;

/** Keeps the chains of refresh tokens. Called through {@link Authentication}, which finds the tenant and signs. */
@Stateless
@Interceptors(CallInterceptor.class)
public class TokenService {

    @Inject
    private Clock clock;

    @Inject
    private RefreshTokenRepository tokens;

    @Inject
    private UserRepository users;

    @Inject
    private RoleRepository roles;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /** Whom a good refresh token stands for, with what he may do now. */
    public record Bearer(UUID userId, String username, List<String> permissions) {

        public Bearer {
            permissions = List.copyOf(permissions);
        }
    }

    /** Starts a chain for a person who has just signed in; keeps the hash of its first token. */
    @Requires(SignInService.OPEN_SESSION)
    public void start(UUID userId, String tokenHash) {
        if (users.byId(userId).isEmpty()) {
            throw DomainException.notFound("user", userId);
        }
        Instant now = clock.instant();
        tokens.forgetExpired(userId, now);
        tokens.add(RefreshToken.first(userId, tokenHash, now));
    }

    /**
     * Spends a refresh token for the next one. One that was spent before is a copy in wrong hands: its whole chain
     * ends.
     *
     * @return empty if the token is unknown, spent, expired or revoked, or its user disabled
     */
    @Requires(SignInService.OPEN_SESSION)
    public Optional<Bearer> rotate(String tokenHash, String nextHash) {
        Instant now = clock.instant();
        Optional<RefreshToken> found = tokens.lockByHash(tokenHash);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        RefreshToken token = found.get();
        RefreshToken.Use use = token.use(now);
        if (use == RefreshToken.Use.STOLEN) {
            tokens.revokeFamily(token.family(), now);
            audit.record(
                    "refreshToken.reused",
                    "user",
                    token.userId(),
                    Map.of("family", token.family().toString()));
            outbox.record(
                    "identity.refreshTokens.reused.v1",
                    token.userId().toString(),
                    Map.of("family", token.family().toString()));
        }
        Optional<User> user = users.byId(token.userId()).filter(User::isActive);
        if (use != RefreshToken.Use.GOOD || user.isEmpty()) {
            return Optional.empty();
        }
        tokens.add(token.next(nextHash, now));
        List<String> permissions = List.copyOf(roles.permissions(token.userId()));
        return Optional.of(new Bearer(token.userId(), user.get().username(), permissions));
    }
}
