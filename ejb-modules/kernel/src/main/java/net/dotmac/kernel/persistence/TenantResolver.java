package net.dotmac.kernel.persistence;

import java.util.UUID;
import net.dotmac.kernel.CallContext;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate the tenant of the call; without a call context there is no session at all. */
public class TenantResolver implements CurrentTenantIdentifierResolver<UUID> {

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return CallContext.current().tenantId();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
