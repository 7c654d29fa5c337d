package net.dotmac.payments;

import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * A payment as it is told.
 *
 * @param billingAccountId whose debt it pays
 * @param amount more than zero, in the account's currency
 * @param method bankTransfer, card, cash, directDebit or other
 * @param processorId the bank's or processor's own id, or null; the same one comes once
 * @param idempotencyKey the teller's key, or null; the same one has one effect
 * @param reference what the payer wrote, or null
 * @param receivedOn day of the money, not after today; null for today
 * @param invoiceId the invoice to settle before all others, or null
 */
public record PaymentData(
        UUID billingAccountId,
        Money amount,
        String method,
        String processorId,
        String idempotencyKey,
        String reference,
        LocalDate receivedOn,
        UUID invoiceId) {}
