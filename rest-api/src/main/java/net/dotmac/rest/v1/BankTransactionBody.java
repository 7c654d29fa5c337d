package net.dotmac.rest.v1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.kernel.Money;
import net.dotmac.payments.BankSuggestion;
import net.dotmac.payments.BankTransactionDetails;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Links;

/**
 * A movement of the bank account and what became of it.
 *
 * @param suggestions what it may be meant for, likeliest first; only where one movement is asked for
 */
record BankTransactionBody(
        String id,
        String href,
        String statementId,
        int line,
        String account,
        LocalDate bookedOn,
        LocalDate valueOn,
        TmfMoney amount,
        String name,
        String iban,
        String remittance,
        String structuredReference,
        String endToEndId,
        String bankReference,
        boolean isReversal,
        String returnReason,
        String state,
        String note,
        String decidedBy,
        Instant decidedAt,
        List<Match> matches,
        List<Suggestion> suggestions) {

    static final String PATH = "/api/v1/bank-transactions/";

    /**
     * A payment that it became, or with an amount below zero, took back; or a payout whose money left, or with an amount above
     * zero, came back.
     */
    record Match(
            String paymentId,
            String payoutId,
            String billingAccountId,
            String invoiceId,
            TmfMoney amount,
            String reason) {}

    /** @param score 1 to 100 */
    record Suggestion(
            String billingAccountId,
            String accountNumber,
            String accountName,
            String customerId,
            String invoiceId,
            String invoiceNumber,
            TmfMoney due,
            int score,
            List<String> reasons) {}

    /** @param suggestions null to leave them out */
    static BankTransactionBody of(BankTransactionDetails movement, List<BankSuggestion> suggestions, Links links) {
        return new BankTransactionBody(
                movement.id().toString(),
                links.to(PATH, movement.id()),
                movement.statementId().toString(),
                movement.line(),
                movement.account(),
                movement.bookedOn(),
                movement.valueOn(),
                money(movement.amountMinor(), movement),
                movement.name(),
                movement.iban(),
                movement.remittance(),
                movement.structuredReference(),
                movement.endToEndId(),
                movement.bankReference(),
                movement.isReversal(),
                movement.returnReason(),
                movement.state(),
                movement.note(),
                movement.decidedBy(),
                movement.decidedAt(),
                movement.matches().stream()
                        .map(match -> new Match(
                                text(match.paymentId()),
                                text(match.payoutId()),
                                match.billingAccountId().toString(),
                                text(match.invoiceId()),
                                money(match.amountMinor(), movement),
                                match.reason()))
                        .toList(),
                suggestions == null
                        ? null
                        : suggestions.stream()
                                .map(each -> suggestion(each, movement))
                                .toList());
    }

    private static Suggestion suggestion(BankSuggestion suggestion, BankTransactionDetails movement) {
        return new Suggestion(
                suggestion.billingAccountId().toString(),
                suggestion.accountNumber(),
                suggestion.accountName(),
                suggestion.customerId().toString(),
                text(suggestion.invoiceId()),
                suggestion.invoiceNumber(),
                money(suggestion.dueMinor(), movement),
                suggestion.score(),
                suggestion.reasons());
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
    }

    private static TmfMoney money(long minor, BankTransactionDetails movement) {
        return TmfMoney.of(new Money(minor, movement.currency()));
    }
}
