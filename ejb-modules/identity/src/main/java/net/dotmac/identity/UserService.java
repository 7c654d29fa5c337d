package net.dotmac.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.identity.domain.User;
import net.dotmac.identity.persistence.RefreshTokenRepository;
import net.dotmac.identity.persistence.RoleRepository;
import net.dotmac.identity.persistence.UserRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** The ISP's staff: who there is, what they may do, their passwords. */
@Stateless
@Interceptors(CallInterceptor.class)
public class UserService {

    private static final String ACTOR_PREFIX = "user:";

    @Inject
    private Clock clock;

    @Inject
    private UserRepository users;

    @Inject
    private RoleRepository roles;

    @Inject
    private RefreshTokenRepository refreshTokens;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    @Requires("user.read")
    public Page<UserAccount> find(Query query) {
        return users.find(query).map(User::account);
    }

    /** @throws DomainException {@code not-found} */
    @Requires("user.read")
    public UserAccount get(UUID id) {
        return user(id).account();
    }

    /** Permissions by the role's name. */
    @Requires("user.read")
    public Map<String, Set<String>> roles() {
        return roles.roles();
    }

    /** @throws DomainException {@code username-taken}, {@code weak-password}, {@code beyond-own-permissions} */
    @Requires("user.write")
    public UserAccount create(NewUser wanted) {
        UserRules.check(wanted);
        requireGrantable(wanted.roles());
        if (users.byUsername(wanted.username()).isPresent()) {
            throw new DomainException(
                    IdentityProblem.USERNAME_TAKEN, "There is a user " + wanted.username() + " already.", "username");
        }
        User user = new User(
                wanted.username(),
                wanted.fullName(),
                wanted.email(),
                PasswordHash.of(wanted.password()),
                clock.instant());
        user.change(wanted.fullName(), wanted.email(), User.ACTIVE, wanted.roles());
        users.add(user);
        recorded("created", user, Map.of("username", user.username(), "roles", wanted.roles()));
        return user.account();
    }

    /**
     * Sets a user's changeable attributes. Disabling him ends his sessions at their next refresh.
     *
     * @throws DomainException {@code not-found}, {@code invalid-value}, {@code beyond-own-permissions}
     */
    @Requires("user.write")
    public UserAccount change(UUID id, UserChange wanted) {
        UserRules.check(wanted);
        User user = user(id);
        UserAccount before = user.account();
        Set<String> touched = new HashSet<>(wanted.roles());
        touched.addAll(before.roles());
        boolean isSame = Set.copyOf(wanted.roles()).equals(Set.copyOf(before.roles()))
                && wanted.status().equals(before.status());
        if (!isSame) {
            requireGrantable(List.copyOf(touched));
        }
        user.change(wanted.fullName(), wanted.email(), wanted.status(), wanted.roles());
        if (!user.isActive()) {
            refreshTokens.revokeAllOf(id, clock.instant());
        }
        users.flush();
        recorded("changed", user, Map.of("status", wanted.status(), "roles", wanted.roles()));
        return user.account();
    }

    /** Gives a user a new password, ends his lock and his sessions. */
    @Requires("user.write")
    public void setPassword(UUID id, String password) {
        User user = user(id);
        requireGrantable(user.account().roles());
        replacePassword(user, password);
    }

    /**
     * Changes the caller's own password; his other sessions end.
     *
     * @throws DomainException {@code wrong-password}, {@code weak-password}
     */
    @Requires(Requires.NOTHING)
    public void changeOwnPassword(String current, String password) {
        String actor = CallContext.current().actor();
        User user = actor.startsWith(ACTOR_PREFIX)
                ? users.lockByUsername(actor.substring(ACTOR_PREFIX.length())).orElse(null)
                : null;
        if (user == null) {
            throw new DomainException(CommonProblem.MISSING_PERMISSION, "Only a person has a password to change.");
        }
        if (!PasswordHash.matches(current, user.passwordHash())) {
            throw new DomainException(
                    IdentityProblem.WRONG_PASSWORD, "The present password is another one.", "currentPassword");
        }
        replacePassword(user, password);
    }

    private void replacePassword(User user, String password) {
        user.setPasswordHash(PasswordHash.of(password));
        refreshTokens.revokeAllOf(user.id(), clock.instant());
        recorded("passwordChanged", user, Map.of("username", user.username()));
    }

    private User user(UUID id) {
        return users.byId(id).orElseThrow(() -> DomainException.notFound("user", id));
    }

    /** Also for taking roles away and setting passwords: who is weaker must not disarm or take over who is stronger. */
    private void requireGrantable(List<String> roleNames) {
        Map<String, Set<String>> known = roles.roles();
        Set<String> permissions = new HashSet<>();
        for (String name : roleNames) {
            Set<String> granted = known.get(name);
            if (granted == null) {
                throw DomainException.invalid(
                        "roles", "There is no role " + name + ", only " + String.join(", ", known.keySet()) + ".");
            }
            permissions.addAll(granted);
        }
        Permissions.requireGrantable(permissions);
    }

    private void recorded(String what, User user, Map<String, ?> detail) {
        audit.record("user." + what, "user", user.id(), detail);
        outbox.record("identity.users." + what + ".v1", user.id().toString(), detail);
    }
}
