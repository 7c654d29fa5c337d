package net.dotmac.payments;

import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * What a customer is to pay by card.
 *
 * @param invoiceId what is paid first, or null
 * @param amount in the account's currency; null for what is open of the invoice, or else due of the account
 * @param description what the customer reads, 1 to 200 characters; null for the account's number
 * @param idempotencyKey the teller's key, or null; the same one has one effect
 */
public record PaymentIntentData(
        UUID billingAccountId, UUID invoiceId, Money amount, String description, String idempotencyKey) {}
