package net.dotmac.customers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.UUID;
import net.dotmac.customers.persistence.CustomerRepository;
import net.dotmac.customers.persistence.TimelineRepository;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/** What happened to a customer, newest first. */
@Stateless
@Interceptors(CallInterceptor.class)
public class TimelineService {

    private static final int AT_MOST = 200;

    @Inject
    private CustomerRepository customers;

    @Inject
    private TimelineRepository repository;

    /**
     * @param before only what is older than this position, or null for the newest
     * @param limit 1 to 200 entries
     */
    @Requires("customer.read")
    public List<TimelineEntry> of(UUID customerId, Long before, int limit) {
        if (customers.find(customerId).isEmpty()) {
            throw DomainException.notFound("customer", customerId);
        }
        if (limit < 1 || limit > AT_MOST) {
            throw DomainException.invalid("limit", "Found " + limit + ", expected 1 to " + AT_MOST + ".");
        }
        return repository.newest(customerId, before == null ? Long.MAX_VALUE : before, limit);
    }
}
