package net.dotmac.console.payments;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.BankSuggestion;
import net.dotmac.payments.BankTransactionDetails;
import net.dotmac.payments.BankTransactionService;

/** Reads movements with what they may be or have become, a page at a time. */
@Dependent
class BankRows {

    @Inject
    private BankTransactionService movements;

    @Inject
    private QuotationService quotations;

    Page<BankRow> page(Query query) {
        Page<BankTransactionDetails> page = movements.list(query);
        List<UUID> ids = page.rows().stream().map(BankTransactionDetails::id).toList();
        Map<UUID, List<BankSuggestion>> suggestions = movements.suggestions(ids);
        Map<UUID, String> numbers = numbers(page.rows());
        return page.map(movement -> new BankRow(
                movement,
                suggestions.getOrDefault(movement.id(), List.of()).stream()
                        .findFirst()
                        .orElse(null),
                movement.matches().stream()
                        .map(match -> numbers.get(match.billingAccountId()))
                        .distinct()
                        .collect(Collectors.joining(", "))));
    }

    /** Whoever may see a movement may see whose payment it became. */
    Map<UUID, String> numbers(List<BankTransactionDetails> shown) {
        Set<UUID> accounts = shown.stream()
                .flatMap(movement -> movement.matches().stream())
                .map(BankTransactionDetails.Match::billingAccountId)
                .collect(Collectors.toSet());
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            return quotations.accountsById(accounts).stream()
                    .collect(Collectors.toMap(QuotedAccount::id, QuotedAccount::number));
        }
    }
}
