package net.dotmac.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import net.dotmac.kernel.CallContext;
import net.dotmac.platform.TenantDirectory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The door for whoever is not known yet: the console's sign-in and the token endpoint. It finds the tenant by the
 * slug, runs the services under a context that may open a session and nothing else, and signs access tokens outside
 * their transaction.
 */
@ApplicationScoped
public class Authentication {

    private static final int MAX_TEXT = 300;

    @Inject
    private TenantDirectory tenants;

    @Inject
    private SignInService signIns;

    @Inject
    private TokenService tokens;

    @Inject
    private ApiClientService clients;

    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "dotmac.token.issuer", defaultValue = "dotmac")
    private String issuer;

    /** Checks a person's password; takes the same time whether or not there is such a tenant or person. */
    public SignIn signIn(String tenantSlug, String username, String password, String correlationId) {
        Optional<UUID> tenant = tenant(tenantSlug);
        if (tenant.isEmpty() || isTooLong(username) || isTooLong(password)) {
            PasswordHash.matchesNobody(password);
            return new SignIn.Refused();
        }
        return within(tenant.get(), correlationId, () -> signIns.signIn(username, password));
    }

    /** The first access and refresh tokens of a person who has signed in. */
    public TokenAnswer.Issued begin(String tenantSlug, SignIn.Accepted person, String correlationId) {
        SigningKeys.Signing key = keys.signing();
        String refreshToken = tenantSlug + "." + RandomSecret.next();
        within(person.tenantId(), correlationId, () -> {
            tokens.start(person.userId(), RandomSecret.hash(refreshToken));
            return null;
        });
        AccessToken token =
                AccessToken.ofUser(person.tenantId(), person.userId(), person.username(), person.permissions());
        return issued(token, key, refreshToken);
    }

    /** The next tokens for a refresh token, which is spent by this. */
    public TokenAnswer refresh(String refreshToken, String correlationId) {
        Optional<UUID> tenant = tenant(slugOf(refreshToken));
        if (tenant.isEmpty()) {
            return TokenAnswer.Refused.grant();
        }
        SigningKeys.Signing key = keys.signing();
        String next = slugOf(refreshToken) + "." + RandomSecret.next();
        Optional<TokenService.Bearer> bearer = within(
                tenant.get(),
                correlationId,
                () -> tokens.rotate(RandomSecret.hash(refreshToken), RandomSecret.hash(next)));
        return bearer.<TokenAnswer>map(person -> issued(
                        AccessToken.ofUser(tenant.get(), person.userId(), person.username(), person.permissions()),
                        key,
                        next))
                .orElseGet(TokenAnswer.Refused::grant);
    }

    /**
     * An access token for a program.
     *
     * @param scope permissions with spaces between, at most the client's; null or empty for all of them
     */
    public TokenAnswer clientCredentials(String clientId, String secret, String scope, String correlationId) {
        Optional<UUID> tenant = tenant(slugOf(clientId));
        if (tenant.isEmpty() || secret == null || isTooLong(secret)) {
            return TokenAnswer.Refused.client();
        }
        SigningKeys.Signing key = keys.signing();
        Optional<ApiClient> client = within(tenant.get(), correlationId, () -> clients.prove(clientId, secret));
        if (client.isEmpty()) {
            return TokenAnswer.Refused.client();
        }
        List<String> granted = client.get().permissions();
        if (scope != null && !scope.isBlank()) {
            List<String> wanted = Arrays.stream(scope.strip().split(" +", -1))
                    .distinct()
                    .sorted()
                    .toList();
            if (!granted.containsAll(wanted)) {
                return new TokenAnswer.Refused("invalid_scope", "The scope exceeds what this client was granted.");
            }
            granted = wanted;
        }
        return issued(AccessToken.ofClient(tenant.get(), clientId, granted), key, null);
    }

    private TokenAnswer.Issued issued(AccessToken token, SigningKeys.Signing key, String refreshToken) {
        return new TokenAnswer.Issued(
                token.signed(issuer, clock.instant(), key.id(), key.key()),
                (int) AccessToken.LIFE.toSeconds(),
                String.join(" ", token.permissions()),
                refreshToken);
    }

    private Optional<UUID> tenant(String slug) {
        return slug == null || isTooLong(slug) ? Optional.empty() : tenants.bySlug(slug);
    }

    /** Client ids and refresh tokens start with the tenant's slug and a dot; slugs have none. */
    private static String slugOf(String text) {
        int dot = text == null || isTooLong(text) ? -1 : text.indexOf('.');
        return dot < 0 ? null : text.substring(0, dot);
    }

    private static boolean isTooLong(String text) {
        return text == null || text.length() > MAX_TEXT;
    }

    private static <T> T within(UUID tenantId, String correlationId, Supplier<T> work) {
        CallContext narrow =
                new CallContext(tenantId, "system:sign-in", Set.of(SignInService.OPEN_SESSION), correlationId);
        try (CallContext.Scope bound = narrow.bind()) {
            return work.get();
        }
    }
}
