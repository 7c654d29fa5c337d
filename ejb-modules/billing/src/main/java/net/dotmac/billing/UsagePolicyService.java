package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Map;
import net.dotmac.billing.domain.LateUsagePolicy;
import net.dotmac.billing.persistence.BilledUsageReader;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/** The tenant's choice for late usage. */
@Stateless
@Interceptors(CallInterceptor.class)
public class UsagePolicyService {

    @Inject
    private BilledUsageReader usage;

    @Inject
    private AuditTrail audit;

    @Requires("billingRun.read")
    public UsagePolicy policy() {
        return new UsagePolicy(usage.policy().wire());
    }

    /**
     * Holds for all that is billed from now on.
     *
     * @throws DomainException {@code invalid-value} unless it is {@code nextPeriod} or {@code rerate}
     */
    @Requires("billingRun.approve")
    public UsagePolicy change(UsagePolicy policy) {
        try {
            usage.put(LateUsagePolicy.ofWire(policy.lateUsage()));
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("lateUsage", "The value of lateUsage: " + e.getMessage() + ".");
        }
        audit.record(
                "usagePolicy.changed",
                "usagePolicy",
                CallContext.current().tenantId(),
                Map.of("lateUsage", policy.lateUsage()));
        return policy;
    }
}
