package net.dotmac.services;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of what many customers pay, as it is planned.
 *
 * @param name what people call it, 1 to 200 characters
 * @param offeringId only products of this offering, or null
 * @param priceId only what was sold from this price of the catalogue, or null; one of the two is needed
 * @param soldBefore only products that started before this day, or null
 * @param sparesBound whether customers still bound by their commitment on the day keep their price
 * @param rule the new price
 * @param effectiveOn each product changes with the first of its periods that begins on this day or later; after today
 */
public record PriceChangeData(
        String name,
        UUID offeringId,
        UUID priceId,
        LocalDate soldBefore,
        boolean sparesBound,
        PriceRule rule,
        LocalDate effectiveOn) {}
