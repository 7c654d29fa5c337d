package net.dotmac.usage;

import java.math.BigDecimal;
import java.util.UUID;

/** What a product used of one unit in a span of time. */
public record UsageTotal(UUID productId, String unitOfMeasure, BigDecimal quantity) {}
