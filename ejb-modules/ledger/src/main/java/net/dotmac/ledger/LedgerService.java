package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.domain.AllocationPolicy;
import net.dotmac.ledger.persistence.DocumentBulkWriter;
import net.dotmac.ledger.persistence.LedgerRepository;
import net.dotmac.ledger.persistence.LedgerRepository.Cause;

/** Books documents and money, settles the one with the other, and tells balances. */
@Stateless
@Interceptors(CallInterceptor.class)
public class LedgerService {

    @Inject
    private LedgerRepository repository;

    @Inject
    private DocumentBulkWriter bulkWriter;

    @Inject
    private BusinessClock clock;

    @Inject
    private SettledDocuments documents;

    /** Books issued documents; nothing is settled by it. */
    @Requires("ledger.book")
    public void bookDocuments(List<DocumentPosting> postings) {
        if (!postings.isEmpty()) {
            bulkWriter.write(postings);
        }
    }

    /** Books money that came in: it is the account's credit until something is settled with it. */
    @Requires("ledger.book")
    public void bookPayment(UUID paymentId, UUID billingAccountId, Money amount, LocalDate bookedOn) {
        repository.addCredit(new OpenItem(
                paymentId,
                billingAccountId,
                false,
                amount.currency(),
                amount.minor(),
                amount.minor(),
                bookedOn,
                bookedOn));
        repository.addJournal(
                LedgerAccount.BANK,
                LedgerAccount.CUSTOMER_CREDIT,
                amount.minor(),
                new Cause("payment", paymentId, billingAccountId, amount.currency(), bookedOn));
    }

    /**
     * Settles what an account owes with what it has to its credit: due first first, oldest credit first.
     *
     * @param first settled before all others if it is open, or null
     * @return how much was settled per receivable, minor units
     */
    @Requires("ledger.book")
    public Map<UUID, Long> settle(UUID billingAccountId, UUID first, LocalDate bookedOn) {
        Map<UUID, Long> settled = new HashMap<>();
        Set<UUID> changed = new HashSet<>();
        List<OpenItem> open = repository.lockOpen(billingAccountId);
        Map<String, List<OpenItem>> byCurrency = open.stream().collect(Collectors.groupingBy(OpenItem::currency));
        for (Map.Entry<String, List<OpenItem>> entry : byCurrency.entrySet()) {
            List<OpenItem> credits = entry.getValue().stream()
                    .filter(item -> !item.isReceivable())
                    .toList();
            List<OpenItem> receivables = new ArrayList<>();
            entry.getValue().stream()
                    .filter(item -> item.isReceivable() && item.documentId().equals(first))
                    .forEach(receivables::add);
            entry.getValue().stream()
                    .filter(item -> item.isReceivable() && !item.documentId().equals(first))
                    .forEach(receivables::add);
            Map<UUID, LocalDate> dates =
                    entry.getValue().stream().collect(Collectors.toMap(OpenItem::documentId, OpenItem::bookedOn));
            for (AllocationPolicy.Allocation allocation : AllocationPolicy.oldestFirst(credits, receivables)) {
                LocalDate day =
                        latest(bookedOn, dates.get(allocation.creditId()), dates.get(allocation.receivableId()));
                allocate(
                        allocation,
                        new Cause("allocation", allocation.creditId(), billingAccountId, entry.getKey(), day));
                settled.merge(allocation.receivableId(), allocation.amountMinor(), Math::addExact);
                changed.addAll(List.of(allocation.creditId(), allocation.receivableId()));
            }
        }
        tell(changed);
        return settled;
    }

    /** Settles what these accounts owe with what they have to their credit; those without credit cost nothing. */
    @Requires("ledger.book")
    public void settleCredits(Collection<UUID> billingAccountIds, LocalDate bookedOn) {
        repository.accountsWithCredit(billingAccountIds).forEach(account -> settle(account, null, bookedOn));
    }

    /**
     * Takes a payment back: what it settled is open again, and the money leaves the bank.
     *
     * @return the receivables that are open again, with the amounts
     * @throws DomainException {@code not-found} if no such payment was booked
     */
    @Requires("ledger.book")
    public Map<UUID, Long> reversePayment(UUID paymentId, LocalDate bookedOn) {
        OpenItem credit =
                repository.lock(paymentId).orElseThrow(() -> DomainException.notFound("booked payment", paymentId));
        Map<UUID, Long> reopened = new HashMap<>();
        for (LedgerRepository.Settled settled : repository.settledBy(List.of(paymentId))) {
            OpenItem receivable = repository.lock(settled.receivableId()).orElseThrow();
            LocalDate day = latest(bookedOn, credit.bookedOn(), receivable.bookedOn());
            repository.addAllocation(paymentId, settled.receivableId(), -settled.amountMinor(), day);
            repository.changeOpen(settled.receivableId(), settled.amountMinor());
            repository.changeOpen(paymentId, settled.amountMinor());
            repository.addJournal(
                    LedgerAccount.RECEIVABLES,
                    LedgerAccount.CUSTOMER_CREDIT,
                    settled.amountMinor(),
                    new Cause("allocation", paymentId, credit.billingAccountId(), credit.currency(), day));
            reopened.put(settled.receivableId(), settled.amountMinor());
        }
        withdraw(credit, latest(bookedOn, credit.bookedOn()));
        tell(reopened.keySet());
        return reopened;
    }

    /** What is open of these documents and payments; unknown ids are left out. */
    @Requires("ledger.read")
    public Map<UUID, OpenItem> items(Collection<UUID> documentIds) {
        return repository.items(documentIds).stream()
                .collect(Collectors.toMap(OpenItem::documentId, Function.identity()));
    }

    /** What these payments and credit notes settle now: amounts in minor units by receivable, in the order of their issue. */
    @Requires("ledger.read")
    public Map<UUID, Map<UUID, Long>> settledBy(Collection<UUID> creditIds) {
        Map<UUID, Map<UUID, Long>> settled = new HashMap<>();
        for (LedgerRepository.Settled row : repository.settledBy(creditIds)) {
            settled.computeIfAbsent(row.creditId(), id -> new LinkedHashMap<>())
                    .put(row.receivableId(), row.amountMinor());
        }
        return settled;
    }

    /** Everything open of an account, due first first. */
    @Requires("ledger.read")
    public List<OpenItem> open(UUID billingAccountId) {
        return repository.open(billingAccountId);
    }

    /** What these accounts owe and have to their credit today; an account with nothing open is left out. */
    @Requires("ledger.read")
    public List<AccountBalance> balances(Collection<UUID> billingAccountIds) {
        return repository.balances(billingAccountIds, clock.today());
    }

    /** What is owed today by currency and age, youngest first; a currency with nothing open is left out. */
    @Requires("ledger.read")
    public List<ReceivablesAge> receivablesByAge() {
        Map<String, Map<ReceivablesAge.Band, ReceivablesAge>> bands = new TreeMap<>();
        for (var open : repository.openReceivables(clock.today())) {
            ReceivablesAge.Band band = ReceivablesAge.Band.of(open.daysOverdue());
            bands.computeIfAbsent(open.currency(), currency -> new EnumMap<>(ReceivablesAge.Band.class))
                    .merge(
                            band,
                            new ReceivablesAge(open.currency(), band, open.openMinor(), open.documents()),
                            (a, b) -> new ReceivablesAge(
                                    a.currency(),
                                    band,
                                    Math.addExact(a.openMinor(), b.openMinor()),
                                    a.documents() + b.documents()));
        }
        return bands.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    /** All balances as of a day, and whether the control accounts agree with the open items of that day. */
    @Requires("ledger.read")
    public TrialBalance trialBalance(LocalDate asOf) {
        return TrialBalance.of(repository.accounts(asOf), repository.openItems(asOf));
    }

    private void tell(Collection<UUID> changed) {
        if (!changed.isEmpty()) {
            documents.changed(repository.items(changed));
        }
    }

    /** Nothing is settled before both sides exist, or the balances of a past day would disagree. */
    private static LocalDate latest(LocalDate... days) {
        return Arrays.stream(days).max(LocalDate::compareTo).orElseThrow();
    }

    private void allocate(AllocationPolicy.Allocation allocation, Cause cause) {
        repository.addAllocation(
                allocation.creditId(), allocation.receivableId(), allocation.amountMinor(), cause.bookedOn());
        repository.changeOpen(allocation.creditId(), -allocation.amountMinor());
        repository.changeOpen(allocation.receivableId(), -allocation.amountMinor());
        repository.addJournal(
                LedgerAccount.CUSTOMER_CREDIT, LedgerAccount.RECEIVABLES, allocation.amountMinor(), cause);
    }

    /** The money goes back: a receivable of the same amount would be wrong, for nobody owes it. */
    private void withdraw(OpenItem credit, LocalDate bookedOn) {
        repository.addAllocation(credit.documentId(), credit.documentId(), credit.amountMinor(), bookedOn);
        repository.changeOpen(credit.documentId(), -credit.amountMinor());
        repository.addJournal(
                LedgerAccount.CUSTOMER_CREDIT,
                LedgerAccount.BANK,
                credit.amountMinor(),
                new Cause(
                        "paymentReversal",
                        credit.documentId(),
                        credit.billingAccountId(),
                        credit.currency(),
                        bookedOn));
    }
}
