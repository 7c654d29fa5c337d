package net.dotmac.prepaid;

import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * What becomes of a deposit, or of a part of it.
 *
 * @param kind {@code setOff} against open bills, {@code credit} to the account, or kept for {@code damages} by a debit note
 * @param amount above zero, or null for all that is held
 * @param invoiceId to set off against this bill before all others, or null
 * @param reason 1 to 200 characters, which the debit note shows; needed for damages
 */
public record DepositRelease(String kind, Money amount, UUID invoiceId, String reason) {}
