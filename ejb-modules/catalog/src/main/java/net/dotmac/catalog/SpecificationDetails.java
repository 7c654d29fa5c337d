package net.dotmac.catalog;

import java.time.Instant;
import java.util.UUID;

/** A product specification as others see it. */
public record SpecificationDetails(UUID id, SpecificationData data, Instant lastUpdate, int version) {}
