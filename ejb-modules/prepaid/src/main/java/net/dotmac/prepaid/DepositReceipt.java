package net.dotmac.prepaid;

import java.time.LocalDate;
import net.dotmac.kernel.Money;

/**
 * Money that came in for a deposit.
 *
 * @param amount above zero, at most what is still asked for
 * @param method as payments name theirs: bankTransfer, card, cash, directDebit or other
 * @param reference what the payer wrote, or null
 * @param receivedOn day of the money, or null for today
 */
public record DepositReceipt(Money amount, String method, String reference, LocalDate receivedOn) {}
