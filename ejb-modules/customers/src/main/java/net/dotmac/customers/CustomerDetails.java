package net.dotmac.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer as others see him.
 *
 * @param status {@code active}, {@code inactive} or {@code closed}
 * @param version grows with every change; for ETags
 */
public record CustomerDetails(
        UUID id, CustomerData data, String status, Instant createdAt, Instant updatedAt, int version) {

    public String number() {
        return data.number();
    }

    public String name() {
        return data.name();
    }
}
