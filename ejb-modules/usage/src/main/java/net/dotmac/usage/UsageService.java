package net.dotmac.usage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.math.BigDecimal;
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
import net.dotmac.usage.persistence.UsageRepository;

/** Collects usage once and sums it for billing. */
@Stateless
@Interceptors(CallInterceptor.class)
public class UsageService {

    private static final int AT_ONCE = 1000;
    private static final BigDecimal HIGHEST = new BigDecimal("1000000000000");

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
        records.forEach(UsageService::check);
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

    private static void check(UsageRecord usage) {
        BigDecimal quantity = usage.quantity();
        if (quantity == null || quantity.signum() < 0 || quantity.compareTo(HIGHEST) >= 0 || quantity.scale() > 8) {
            throw DomainException.invalid(
                    "quantity",
                    "Found " + quantity + " in " + usage.sourceId() + ", expected 0 or more with at most 8 decimals.");
        }
        requireText("source", usage.source(), 100);
        requireText("sourceId", usage.sourceId(), 200);
        requireText("unitOfMeasure", usage.unitOfMeasure(), 20);
        if (usage.usedAt() == null || usage.productId() == null) {
            throw DomainException.invalid(
                    "usedAt", "Record " + usage.sourceId() + " names no product or no time of use.");
        }
    }

    private static void requireText(String attribute, String text, int atMost) {
        if (text == null || text.isBlank() || text.length() > atMost) {
            throw DomainException.invalid(attribute, "Expected 1 to " + atMost + " characters for " + attribute + ".");
        }
    }
}
