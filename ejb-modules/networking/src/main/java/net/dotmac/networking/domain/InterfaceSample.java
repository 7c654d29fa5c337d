package net.dotmac.networking.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What one poll measured on one interface.
 *
 * @param reading the counters
 * @param rates what they became
 */
public record InterfaceSample(
        UUID tenantId, UUID interfaceId, Instant at, CounterReading reading, CounterRates rates, boolean isUp) {}
