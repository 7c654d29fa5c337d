package net.dotmac.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.identity.domain.Client;
import net.dotmac.identity.persistence.ClientRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.platform.TenantService;

/** API clients: making them, and proving them. */
@Stateless
@Interceptors(CallInterceptor.class)
public class ApiClientService {

    private static final String CLIENT = "API client";

    @Inject
    private Clock clock;

    @Inject
    private ClientRepository clients;

    @Inject
    private TenantService tenant;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    @Requires("apiClient.read")
    public Page<ApiClient> find(Query query) {
        return clients.find(query).map(Client::view);
    }

    /**
     * Makes a client; its secret is in the answer and nowhere else.
     *
     * @param shortName 2 to 60 lower-case letters, digits and hyphens; the tenant's slug is put before it
     * @param permissions at most what the caller may himself
     * @throws DomainException {@code client-id-taken}, {@code beyond-own-permissions}
     */
    @Requires("apiClient.write")
    public ApiClientSecret create(String shortName, String name, List<String> permissions) {
        if (shortName == null || !shortName.matches("[a-z0-9][a-z0-9-]{1,59}")) {
            throw DomainException.invalid(
                    "clientId", "A client's name has 2 to 60 lower-case letters, digits and hyphens.");
        }
        if (name == null || name.isBlank() || name.length() > 200) {
            throw DomainException.invalid("name", "A client's name for people has 1 to 200 characters.");
        }
        Permissions.requireGrantable(permissions);
        String clientId = tenant.current().slug() + "." + shortName;
        if (clients.byClientId(clientId).isPresent()) {
            throw new DomainException(
                    IdentityProblem.CLIENT_ID_TAKEN, "There is a client " + clientId + " already.", "clientId");
        }
        String secret = RandomSecret.next();
        Client client = new Client(clientId, name.strip(), secret, permissions, clock.instant());
        clients.add(client);
        recorded("created", client, Map.of("clientId", clientId, "permissions", client.permissions()));
        return new ApiClientSecret(client.view(), secret);
    }

    /** Replaces a client's secret; the former one is worthless from now on. */
    @Requires("apiClient.write")
    public ApiClientSecret replaceSecret(UUID id) {
        Client client = clients.byId(id).orElseThrow(() -> DomainException.notFound(CLIENT, id));
        String secret = RandomSecret.next();
        client.replaceSecret(secret);
        recorded("secretReplaced", client, Map.of("clientId", client.clientId()));
        return new ApiClientSecret(client.view(), secret);
    }

    /** Ends a client: it gets no more tokens, and those it has end within ten minutes. */
    @Requires("apiClient.write")
    public ApiClient disable(UUID id) {
        Client client = clients.byId(id).orElseThrow(() -> DomainException.notFound(CLIENT, id));
        client.setStatus("disabled");
        recorded("disabled", client, Map.of("clientId", client.clientId()));
        return client.view();
    }

    /**
     * The client if its secret is right and it is active. Called through {@link Authentication}, which finds the
     * tenant.
     */
    @Requires(SignInService.OPEN_SESSION)
    public Optional<ApiClient> prove(String clientId, String secret) {
        return clients.byClientId(clientId)
                .filter(client -> client.admits(secret))
                .map(Client::view);
    }

    private void recorded(String what, Client client, Map<String, ?> detail) {
        audit.record("apiClient." + what, "apiClient", client.id(), detail);
        outbox.record("identity.apiClients." + what + ".v1", client.id().toString(), detail);
    }
}
