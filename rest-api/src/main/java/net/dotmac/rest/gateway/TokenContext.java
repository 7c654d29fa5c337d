package net.dotmac.rest.gateway;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a verified token says of its bearer, as a call context. */
final class TokenContext {

    private TokenContext() {}

    /** Empty if the token lacks a tenant or a name, as none of ours does. */
    static Optional<CallContext> of(JsonWebToken token, String correlationId) {
        Object tenant = token.getClaim("tenant");
        Object client = token.getClaim("client_id");
        if (tenant == null || token.getName() == null) {
            return Optional.empty();
        }
        try {
            UUID tenantId = UUID.fromString(text(tenant));
            String actor = client == null ? "user:" + token.getName() : "client:" + text(client);
            Set<String> permissions = token.getGroups() == null ? Set.of() : token.getGroups();
            return permissions.equals(CallContext.ALL_PERMISSIONS)
                    ? Optional.empty()
                    : Optional.of(new CallContext(tenantId, actor, permissions, correlationId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(Object claim) {
        return claim instanceof jakarta.json.JsonString json ? json.getString() : claim.toString();
    }
}
