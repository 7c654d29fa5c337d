package net.dotmac.usage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.services.ProductService;
import net.dotmac.usage.domain.RecordPolicy;
import net.dotmac.usage.persistence.UsageRepository;

/** Collects usage once and sums it for billing. */
@Stateless
@Interceptors(CallInterceptor.class)
public class UsageService {

    private static final int AT_ONCE = 1000;

    @Inject
    private UsageRepository repository;

    @Inject
    private ProductService products;

    @Inject
    private BusinessClock clock;

    /**
     * Keeps these records, all or none; those that came before, by source and id, are left out.
     *
     * @param records 1 to 1,000
     * @return how many were new
     */
    @Requires("usage.write")
    public int record(List<UsageRecord> records) {
        if (records.isEmpty() || records.size() > AT_ONCE) {
            throw DomainException.invalid(
                    "usage", "Found " + records.size() + " records, expected 1 to " + AT_ONCE + " at once.");
        }
        records.forEach(RecordPolicy::check);
        Set<UUID> productIds = records.stream().map(UsageRecord::productId).collect(Collectors.toSet());
        productIds.forEach(products::get);
        return repository.add(records, clock.now());
    }

    /** What each product used of each unit from one instant (included) to another (not included). */
    @Requires("usage.read")
    public List<UsageTotal> totals(Collection<UUID> productIds, Instant from, Instant to) {
        return productIds.isEmpty() ? List.of() : repository.totals(productIds, from, to);
    }

    /** The same by the hour of the week, of which only those with usage are there. */
    @Requires("usage.read")
    public List<UsageHour> hours(Collection<UUID> productIds, Instant from, Instant to) {
        return productIds.isEmpty() ? List.of() : repository.hours(productIds, from, to, clock.zone());
    }
}
