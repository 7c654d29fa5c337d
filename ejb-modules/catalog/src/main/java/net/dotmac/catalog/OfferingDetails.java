package net.dotmac.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An offering with its prices.
 *
 * @param serviceType of its specification, or {@code goods} without one
 */
public record OfferingDetails(
        UUID id, OfferingData data, String serviceType, List<PriceDetails> prices, Instant lastUpdate, int version) {

    public OfferingDetails {
        prices = List.copyOf(prices);
    }

    public String name() {
        return data.name();
    }

    public boolean isSellable() {
        return "Active".equals(data.lifecycleStatus()) || "Launched".equals(data.lifecycleStatus());
    }
}
