package net.dotmac.catalog;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An item of an order that names a code.
 *
 * @param code as it was typed
 * @param itemId of the order
 * @param offeringId what is ordered
 * @param customerId by whom
 * @param currency of the account that pays
 * @param day of the order
 */
public record PromotionUse(
        String code, UUID orderId, String itemId, UUID offeringId, UUID customerId, String currency, LocalDate day) {}
