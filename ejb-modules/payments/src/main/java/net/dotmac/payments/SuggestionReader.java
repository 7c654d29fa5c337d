package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.billing.QuotedInvoice;
import net.dotmac.kernel.CallContext;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.SettlementService;
import net.dotmac.payments.domain.BankTransaction;
import net.dotmac.payments.domain.Candidates;
import net.dotmac.payments.domain.MatchPolicy;
import net.dotmac.payments.domain.MatchReason;
import net.dotmac.payments.domain.MatchSuggestion;

/** Makes suggestions that people can read, for as many movements as a page shows. */
@ApplicationScoped
class SuggestionReader {

    private static final Set<String> WAITING = Set.of(BankTransaction.OPEN, BankTransaction.PARKED);

    @Inject
    private CandidateFinder finder;

    @Inject
    private QuotationService quotations;

    @Inject
    private SettlementService settlements;

    Map<UUID, List<BankSuggestion>> read(List<BankTransaction> movements) {
        List<BankTransaction> waiting = movements.stream()
                .filter(each -> WAITING.contains(each.state()))
                .toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        Candidates candidates =
                finder.all(waiting.stream().map(BankTransaction::entry).toList());
        Map<UUID, List<MatchSuggestion>> found = new HashMap<>();
        waiting.forEach(each -> found.put(each.id(), MatchPolicy.suggestions(each.entry(), candidates)));
        List<MatchSuggestion> all =
                found.values().stream().flatMap(List::stream).toList();
        try (CallContext.Scope scope = CallContext.current()
                .with("billingAccount.read", "invoice.read", "ledger.read")
                .bind()) {
            Shown shown = shown(all);
            return found.entrySet().stream()
                    .filter(each -> !each.getValue().isEmpty())
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            each -> each.getValue().stream().map(shown::of).toList()));
        }
    }

    private Shown shown(List<MatchSuggestion> all) {
        Set<UUID> accounts = all.stream().map(MatchSuggestion::accountId).collect(Collectors.toSet());
        return new Shown(
                quotations.accountsById(accounts).stream()
                        .collect(Collectors.toMap(QuotedAccount::id, account -> account)),
                quotations
                        .invoicesById(all.stream()
                                .map(MatchSuggestion::invoiceId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(QuotedInvoice::id, QuotedInvoice::number)),
                settlements.open(accounts));
    }

    /** Names and sums by the ids that suggestions hold. */
    private record Shown(Map<UUID, QuotedAccount> accounts, Map<UUID, String> numbers, Map<UUID, List<OpenItem>> open) {

        BankSuggestion of(MatchSuggestion suggestion) {
            QuotedAccount account = accounts.get(suggestion.accountId());
            return new BankSuggestion(
                    account.id(),
                    account.number(),
                    account.name(),
                    account.customerId(),
                    suggestion.invoiceId(),
                    suggestion.invoiceId() == null ? null : numbers.get(suggestion.invoiceId()),
                    open.getOrDefault(account.id(), List.of()).stream()
                            .filter(OpenItem::isReceivable)
                            .mapToLong(OpenItem::openMinor)
                            .sum(),
                    suggestion.score(),
                    suggestion.reasons().stream().map(MatchReason::wire).toList());
        }
    }
}
