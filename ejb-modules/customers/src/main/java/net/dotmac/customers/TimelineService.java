package net.dotmac.customers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.UUID;
import net.dotmac.customers.persistence.CustomerRepository;
import net.dotmac.customers.persistence.TimelineRepository;
import net.dotmac.events.Event;
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
     * Appends what one event means for many customers; handling it again adds nothing.
     *
     * @param event whose place in the log, actor and time the entries get
     * @param type of the entries, e.g. {@code billing.invoice.issued.v1}
     */
    @Requires("timeline.append")
    public void append(Event event, String type, List<TimelineFact> facts) {
        repository.add(event, type, facts);
    }

    /**
     * @param before only what is older than this position, or null for the newest
     * @param limit 1 to 200 entries; those of one event stay together, so there may be a few more
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
