package net.dotmac.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.dotmac.identity.domain.User;
import net.dotmac.identity.persistence.RoleRepository;
import net.dotmac.identity.persistence.UserRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;

/**
 * Checks a person's name and password inside his tenant. Called through {@link Authentication}, which finds the tenant.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class SignInService {

    /** What the context of somebody not yet known may do. */
    static final String OPEN_SESSION = "session.open";

    @Inject
    private Clock clock;

    @Inject
    private UserRepository users;

    @Inject
    private RoleRepository roles;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /**
     * Lets a person in or counts his failure; the fifth in a row locks him for 30 minutes. An unknown name takes as
     * long as a wrong password.
     */
    @Requires(OPEN_SESSION)
    public SignIn signIn(String username, String password) {
        Optional<User> found = users.lockByUsername(username);
        if (found.isEmpty()) {
            PasswordHash.matchesNobody(password);
            return new SignIn.Refused();
        }
        User user = found.get();
        Instant now = clock.instant();
        boolean wasLocked = user.isLocked(now);
        boolean isPasswordRight = PasswordHash.matches(password, user.passwordHash());
        if (user.attempt(isPasswordRight, now)) {
            audit.record("user.signedIn", "user", user.id(), Map.of("username", username));
            return new SignIn.Accepted(
                    CallContext.current().tenantId(),
                    user.id(),
                    username,
                    user.fullName(),
                    roles.permissions(user.id()));
        }
        audit.record("user.signInRefused", "user", user.id(), Map.of("username", username));
        if (!wasLocked && user.isLocked(now)) {
            outbox.record("identity.users.locked.v1", user.id().toString(), Map.of("username", username));
        }
        return new SignIn.Refused();
    }
}
