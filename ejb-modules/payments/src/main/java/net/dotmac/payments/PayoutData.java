package net.dotmac.payments;

import java.util.UUID;
import net.dotmac.kernel.Money;

/**
 * A payout as it is asked for.
 *
 * @param billingAccountId whose credit it takes
 * @param amount more than 0, in the account's currency, at most what is left of its credit
 * @param method bankTransfer, for which the account is in euros, or cash
 * @param holderName whose bank account it goes to, 1 to 70 characters; null for the mandate's payer
 * @param iban where it goes; null for the mandate's account
 * @param bic of that bank, or null
 * @param remittance what the receiver reads, 1 to 140 characters; null for the billing account's number
 * @param reason why it is paid back, for the approver and the audit trail, 1 to 500 characters
 * @param idempotencyKey the teller's key, or null; the same one has one effect
 */
public record PayoutData(
        UUID billingAccountId,
        Money amount,
        String method,
        String holderName,
        String iban,
        String bic,
        String remittance,
        String reason,
        String idempotencyKey) {}
