package net.dotmac.payments;

import java.time.Instant;
import java.util.UUID;

/**
 * What a customer is to pay by card, and where.
 *
 * @param amountMinor minor units
 * @param state new until the gateway has answered, then open, paid, expired or refused
 * @param url where it is paid while it is open; otherwise null
 * @param problem why the gateway did not take it, or what it did not answer; or null
 * @param paymentId what it became, or null
 */
public record PaymentIntentDetails(
        UUID id,
        UUID billingAccountId,
        UUID invoiceId,
        long amountMinor,
        String currency,
        String description,
        String state,
        String url,
        String problem,
        UUID paymentId,
        Instant createdAt,
        String createdBy) {}
