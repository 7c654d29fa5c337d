package net.dotmac.usage;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a product used of one unit in one hour of the week, summed over the weeks of a span.
 *
 * @param hourOfWeek 0 for Monday 0:00 to 1:00 in the tenant's zone, up to 167; the hour that a clock change repeats counts with its twin
 */
public record UsageHour(UUID productId, String unitOfMeasure, int hourOfWeek, BigDecimal quantity) {}
