package net.dotmac.platform;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.platform.persistence.TenantRepository;

/** What a caller may know of his own tenant. */
@Stateless
@Interceptors(CallInterceptor.class)
public class TenantService {

    @Inject
    private TenantDirectory directory;

    @Inject
    private TenantRepository repository;

    @Requires(Requires.NOTHING)
    public Tenant current() {
        var id = CallContext.current().tenantId();
        return directory.byId(id).orElseThrow(() -> DomainException.notFound("tenant", id));
    }

    /** The seller as documents name him. */
    @Requires(Requires.NOTHING)
    public Seller seller() {
        return repository.seller(CallContext.current().tenantId());
    }
}
