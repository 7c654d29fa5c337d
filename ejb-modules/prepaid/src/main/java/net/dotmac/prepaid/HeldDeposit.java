package net.dotmac.prepaid;

import java.util.UUID;

/**
 * What was held of a deposit on a day, by the ledger.
 *
 * @param heldMinor minor units, above zero
 */
public record HeldDeposit(UUID depositId, UUID billingAccountId, String currency, long heldMinor) {}
