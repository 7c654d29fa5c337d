package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.domain.AllocationPolicy;
import net.dotmac.ledger.persistence.LedgerRepository.Cause;

/** Settles receivables with credits and takes that back, in journal, allocations and open items alike. */
@ApplicationScoped
public class AllocationWriter {

    @Inject
    private LedgerRepository repository;

    @Inject
    private HeldMoneyWriter held;

    @Inject
    private SettledDocuments documents;

    /** Settles what an account owes with its credit; what that means for a document is told at once. */
    public Map<UUID, Long> settle(UUID billingAccountId, UUID first, LocalDate bookedOn, OpenBooks books) {
        Map<UUID, Long> settled = new HashMap<>();
        Set<UUID> changed = new HashSet<>();
        List<OpenItem> open = repository.lockOpen(billingAccountId);
        Map<String, List<OpenItem>> byCurrency = open.stream().collect(Collectors.groupingBy(OpenItem::currency));
        for (Map.Entry<String, List<OpenItem>> entry : byCurrency.entrySet()) {
            List<OpenItem> credits = entry.getValue().stream()
                    .filter(item -> !item.isReceivable())
                    .toList();
            Map<UUID, LocalDate> dates =
                    entry.getValue().stream().collect(Collectors.toMap(OpenItem::documentId, OpenItem::bookedOn));
            for (AllocationPolicy.Allocation allocation :
                    AllocationPolicy.oldestFirst(credits, receivables(entry.getValue(), first))) {
                LocalDate day =
                        books.latest(bookedOn, dates.get(allocation.creditId()), dates.get(allocation.receivableId()));
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

    private static List<OpenItem> receivables(List<OpenItem> items, UUID first) {
        List<OpenItem> receivables = new ArrayList<>();
        items.stream()
                .filter(item -> item.isReceivable() && item.documentId().equals(first))
                .forEach(receivables::add);
        items.stream()
                .filter(item -> item.isReceivable() && !item.documentId().equals(first))
                .forEach(receivables::add);
        return receivables;
    }

    /**
     * Opens again what a payment settled, and lets its money leave the bank: nothing of it on a day before it was
     * settled, or more than there ever was would have been open between.
     */
    public Map<UUID, Long> takeBack(OpenItem credit, LocalDate bookedOn, OpenBooks books) {
        held.requireNone(credit.documentId());
        Map<UUID, Long> reopened = new HashMap<>();
        LocalDate last = books.latest(bookedOn, credit.bookedOn());
        for (LedgerRepository.Settled settled : repository.settledBy(List.of(credit.documentId()))) {
            OpenItem receivable = repository.lock(settled.receivableId()).orElseThrow();
            LocalDate day = books.latest(bookedOn, credit.bookedOn(), receivable.bookedOn(), settled.lastOn());
            last = books.latest(last, day);
            free(
                    settled,
                    new Cause("allocation", credit.documentId(), credit.billingAccountId(), credit.currency(), day));
            reopened.put(settled.receivableId(), settled.amountMinor());
        }
        withdraw(credit, last);
        tell(reopened.keySet());
        return reopened;
    }

    /** Tells what is open now of documents and payments that changed. */
    void tell(Collection<UUID> changed) {
        if (!changed.isEmpty()) {
            documents.changed(repository.items(changed));
        }
    }

    /** Settles a receivable with a credit, of which as much is open. */
    void allocate(AllocationPolicy.Allocation allocation, Cause cause) {
        repository.addAllocation(
                allocation.creditId(), allocation.receivableId(), allocation.amountMinor(), cause.bookedOn());
        repository.changeOpen(allocation.creditId(), -allocation.amountMinor());
        repository.changeOpen(allocation.receivableId(), -allocation.amountMinor());
        repository.addJournal(
                LedgerAccount.CUSTOMER_CREDIT, LedgerAccount.RECEIVABLES, allocation.amountMinor(), cause);
    }

    /** Opens both sides of what was settled again. */
    void free(LedgerRepository.Settled settled, Cause cause) {
        repository.addAllocation(settled.creditId(), settled.receivableId(), -settled.amountMinor(), cause.bookedOn());
        repository.changeOpen(settled.receivableId(), settled.amountMinor());
        repository.changeOpen(settled.creditId(), settled.amountMinor());
        repository.addJournal(LedgerAccount.RECEIVABLES, LedgerAccount.CUSTOMER_CREDIT, settled.amountMinor(), cause);
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
