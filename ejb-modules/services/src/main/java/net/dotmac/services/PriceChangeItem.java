package net.dotmac.services;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a change means for one product: what its customer is to be told.
 *
 * @param unitPrice and newUnitPrice: for one unit and one whole period
 * @param from first day of the new price
 * @param state planned, applied, leftOut or withdrawn
 * @param reason why it was left out, or null
 */
public record PriceChangeItem(
        UUID productId,
        String productName,
        UUID customerId,
        UUID billingAccountId,
        UUID priceId,
        BigDecimal unitPrice,
        BigDecimal newUnitPrice,
        String currency,
        BigDecimal quantity,
        LocalDate from,
        String state,
        String reason) {}
