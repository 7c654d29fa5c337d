package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.billing.QuotedInvoice;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.SettlementService;
import net.dotmac.payments.domain.BankEntry;
import net.dotmac.payments.domain.Candidates;
import net.dotmac.payments.domain.QuotedNumbers;
import net.dotmac.payments.persistence.BankMatchRepository;

/** Gathers what movements may be meant for, with a handful of queries for however many there are. */
@ApplicationScoped
class CandidateFinder {

    /** An amount that more invoices have than this says nothing. */
    private static final int MOST_OF_AMOUNT = 5;

    @Inject
    private QuotationService quotations;

    @Inject
    private SettlementService settlements;

    @Inject
    private CustomerService customers;

    @Inject
    private BankMatchRepository matches;

    /** What the movements quote, which is all that posting needs to be sure. */
    Candidates quoted(Collection<BankEntry> entries) {
        return new Search(entries).quoted().candidates();
    }

    /** What they quote, and who else may have meant them. */
    Candidates all(Collection<BankEntry> entries) {
        return new Search(entries).quoted().payers().names().amounts().candidates();
    }

    /** One search; it collects accounts first and reads them once. */
    private final class Search {

        private final List<BankEntry> entries;
        private final Candidates candidates = new Candidates();
        private final Map<UUID, QuotedAccount> accounts = new HashMap<>();
        private final Set<UUID> unread = new HashSet<>();

        Search(Collection<BankEntry> entries) {
            this.entries =
                    entries.stream().filter(entry -> entry.amountMinor() > 0).toList();
        }

        Search quoted() {
            Set<String> numbers = new HashSet<>();
            entries.forEach(entry -> numbers.addAll(QuotedNumbers.of(entry)));
            try (CallContext.Scope scope = CallContext.current()
                    .with("invoice.read", "billingAccount.read")
                    .bind()) {
                for (QuotedInvoice invoice : quotations.invoices(numbers)) {
                    candidates.quoted(
                            invoice.number(), new Candidates.Quoted(invoice.billingAccountId(), invoice.id()));
                    unread.add(invoice.billingAccountId());
                }
                for (QuotedAccount account : quotations.accounts(numbers)) {
                    candidates.quoted(account.number(), new Candidates.Quoted(account.id(), null));
                    accounts.put(account.id(), account);
                }
            }
            return this;
        }

        Search payers() {
            Set<String> ibans = entries.stream()
                    .map(BankEntry::iban)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            if (!ibans.isEmpty()) {
                matches.payers(ibans)
                        .forEach((iban, paid) -> paid.forEach(account -> {
                            candidates.payer(iban, account);
                            unread.add(account);
                        }));
            }
            return this;
        }

        Search names() {
            Set<String> names = entries.stream()
                    .map(BankEntry::name)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            try (CallContext.Scope scope = CallContext.current()
                    .with("customer.read", "billingAccount.read")
                    .bind()) {
                Map<String, Set<UUID>> found = customers.idsByName(names);
                Map<UUID, List<QuotedAccount>> byCustomer =
                        quotations
                                .accountsOf(found.values().stream()
                                        .flatMap(Set::stream)
                                        .collect(Collectors.toSet()))
                                .stream()
                                .collect(Collectors.groupingBy(QuotedAccount::customerId));
                found.forEach((name, ids) -> ids.stream()
                        .flatMap(id -> byCustomer.getOrDefault(id, List.of()).stream())
                        .forEach(account -> {
                            candidates.named(name, account.id());
                            accounts.put(account.id(), account);
                        }));
            }
            return this;
        }

        Search amounts() {
            Map<String, Set<Long>> byCurrency = entries.stream()
                    .collect(Collectors.groupingBy(
                            BankEntry::currency, Collectors.mapping(BankEntry::amountMinor, Collectors.toSet())));
            try (CallContext.Scope scope =
                    CallContext.current().with("ledger.read").bind()) {
                byCurrency.forEach((currency, amounts) ->
                        settlements.openWithAmount(currency, amounts, MOST_OF_AMOUNT + 1).stream()
                                .collect(Collectors.groupingBy(OpenItem::openMinor))
                                .forEach((amount, items) -> {
                                    if (items.size() <= MOST_OF_AMOUNT) {
                                        items.forEach(item -> {
                                            candidates.open(amount, item.billingAccountId());
                                            unread.add(item.billingAccountId());
                                        });
                                    }
                                }));
            }
            return this;
        }

        /** Reads accounts and debts of everything found. */
        Candidates candidates() {
            unread.removeAll(accounts.keySet());
            try (CallContext.Scope scope = CallContext.current()
                    .with("billingAccount.read", "ledger.read")
                    .bind()) {
                quotations.accountsById(unread).forEach(account -> accounts.put(account.id(), account));
                Map<UUID, List<OpenItem>> open = settlements.open(accounts.keySet());
                accounts.values()
                        .forEach(account -> candidates.add(
                                new Candidates.Account(
                                        account.id(),
                                        account.number(),
                                        account.name(),
                                        account.customerId(),
                                        account.currency()),
                                debts(open.getOrDefault(account.id(), List.of()), account.currency())));
            }
            return candidates;
        }

        private List<Candidates.Debt> debts(List<OpenItem> open, String currency) {
            return open.stream()
                    .filter(item -> item.isReceivable() && item.currency().equals(currency))
                    .map(item -> new Candidates.Debt(item.documentId(), item.openMinor()))
                    .toList();
        }
    }
}
