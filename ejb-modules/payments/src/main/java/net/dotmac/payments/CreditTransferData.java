package net.dotmac.payments;

import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * Credit that is to be moved from one of a customer's accounts to another.
 *
 * @param amount more than 0, in the currency of both accounts, at most what is left of the first one's credit
 * @param reason 1 to 500 characters
 * @param idempotencyKey the teller's key, or null; the same one has one effect
 */
public record CreditTransferData(
        UUID fromAccountId, UUID toAccountId, Money amount, String reason, String idempotencyKey) {}
