package net.dotmac.ledger;

import java.util.UUID;

/**
 * Money that is held for somebody.
 *
 * @param id the deposit, the balance or the batch it is held for
 * @param account {@link LedgerAccount#isHeld() one that owes it}
 * @param billingAccountId whose it is; null for vouchers, which belong to whoever holds them
 * @param currency ISO 4217
 * @param heldMinor minor units, 0 or more
 */
public record HeldMoney(UUID id, LedgerAccount account, UUID billingAccountId, String currency, long heldMinor) {}
