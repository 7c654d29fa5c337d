package net.dotmac.catalog;

import java.time.Instant;
import java.util.UUID;

/** An offering price as others see it. */
public record PriceDetails(UUID id, PriceData data, Instant lastUpdate, int version) {

    public PriceTerms terms() {
        return data.terms();
    }
}
