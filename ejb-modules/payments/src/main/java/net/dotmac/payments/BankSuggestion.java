package net.dotmac.payments;

import java.util.List;
import java.util.UUID;

/**
 * What a movement may be meant for.
 *
 * @param invoiceId null for what is due first of the account
 * @param invoiceNumber null without an invoice
 * @param score 1 to 100
 * @param reasons weightiest first: invoiceNumber, accountNumber, amount, totalDue, paidBefore, name
 */
public record BankSuggestion(
        UUID billingAccountId,
        String accountNumber,
        String accountName,
        UUID customerId,
        UUID invoiceId,
        String invoiceNumber,
        long dueMinor,
        int score,
        List<String> reasons) {

    public BankSuggestion {
        reasons = List.copyOf(reasons);
    }
}
