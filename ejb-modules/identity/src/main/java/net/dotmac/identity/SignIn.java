package net.dotmac.identity;

import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.CallContext;

/** How an attempt to sign in ended. */
public sealed interface SignIn {

    /**
     * The person is who he says.
     *
     * @param permissions what his roles allow, e.g. {@code invoice.issue}
     */
    record Accepted(UUID tenantId, UUID userId, String username, String fullName, Set<String> permissions)
            implements SignIn {

        public Accepted {
            permissions = Set.copyOf(permissions);
        }

        /** The context of this person's calls. */
        public CallContext context(String correlationId) {
            return new CallContext(tenantId, "user:" + username, permissions, correlationId);
        }
    }

    /** Wrong tenant, name or password, locked or disabled: which of them is nobody's business. */
    record Refused() implements SignIn {}
}
