package net.dotmac.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.domain.AllocationPolicy;
import net.dotmac.ledger.persistence.LedgerRepository.Cause;
import net.dotmac.ledger.persistence.LedgerRepository.Settled;

/**
 * Takes credit out of accounts and gives it back. What goes out is a receivable of its own, settled at once with the credit: so
 * if the payment behind that credit is taken back, what went out is owed, and nothing else has to know of it.
 */
@ApplicationScoped
public class CreditWriter {

    @Inject
    private LedgerRepository repository;

    @Inject
    private AllocationWriter allocations;

    /** Locks what is open of two accounts, in an order that all share: neither waits for the other then. */
    public void lock(UUID one, UUID other) {
        Stream.of(one, other).distinct().sorted().forEach(repository::lockOpen);
    }

    /**
     * Takes an amount out of an account's credit, oldest first; whoever does the same waits for this to end.
     *
     * @param kind of the journal's rows
     * @param id what it is taken out for
     * @return the day it is booked on: none before that of a credit it takes
     * @throws DomainException {@code invalid-value} naming the amount if less is left
     */
    public LocalDate take(String kind, UUID id, UUID billingAccountId, Money amount, LocalDate day) {
        List<OpenItem> credits = repository.lockOpen(billingAccountId).stream()
                .filter(item -> !item.isReceivable() && item.currency().equals(amount.currency()))
                .toList();
        Money left =
                new Money(credits.stream().mapToLong(OpenItem::openMinor).reduce(0, Math::addExact), amount.currency());
        if (!amount.isPositive() || amount.compareTo(left) > 0) {
            throw DomainException.invalid(
                    "amount",
                    "Found " + amount + ", expected more than nothing and at most " + left
                            + ": what is left of the account's credit after what it owes.");
        }
        LocalDate last = credits.stream()
                .map(OpenItem::bookedOn)
                .filter(each -> each.isAfter(day))
                .max(LocalDate::compareTo)
                .orElse(day);
        OpenItem out =
                new OpenItem(id, billingAccountId, true, amount.currency(), amount.minor(), amount.minor(), last, last);
        repository.add(out);
        repository.addJournal(LedgerAccount.RECEIVABLES, LedgerAccount.PAYOUTS, amount.minor(), cause(kind, out, last));
        List<UUID> changed = new ArrayList<>();
        for (AllocationPolicy.Allocation part : AllocationPolicy.oldestFirst(credits, List.of(out))) {
            allocations.allocate(
                    part, new Cause("allocation", part.creditId(), billingAccountId, amount.currency(), last));
            changed.add(part.creditId());
        }
        allocations.tell(changed);
        return last;
    }

    /**
     * Takes what a credit settles off one receivable and puts it onto another.
     *
     * @throws DomainException {@code not-found}; {@code invalid-value} naming the attribute
     */
    public void reallocate(UUID creditId, UUID fromId, UUID toId, Money amount, LocalDate bookedOn) {
        OpenItem credit = repository.lock(creditId).orElseThrow(() -> DomainException.notFound("payment", creditId));
        Stream.of(fromId, toId).distinct().sorted().forEach(repository::lock);
        Settled settled = repository.settledBy(List.of(creditId)).stream()
                .filter(each -> each.receivableId().equals(fromId))
                .findFirst()
                .orElseThrow(() -> DomainException.invalid("fromInvoiceId", "The payment settles nothing of it."));
        OpenItem to = repository
                .lock(toId)
                .filter(each -> each.isReceivable() && each.billingAccountId().equals(credit.billingAccountId()))
                .filter(each -> each.currency().equals(credit.currency())
                        && !each.documentId().equals(fromId))
                .orElseThrow(() -> DomainException.invalid(
                        "toInvoiceId", "Expected another invoice of the account that paid, in the same currency."));
        Money most = new Money(Math.min(settled.amountMinor(), to.openMinor()), credit.currency());
        boolean isCurrency = amount.currency().equals(credit.currency());
        if (!isCurrency || !amount.isPositive() || amount.compareTo(most) > 0) {
            throw DomainException.invalid(
                    "amount",
                    "Found " + amount + ", expected more than nothing and at most " + most
                            + ": what the payment settles of the one and what is open of the other.");
        }
        LocalDate day = Stream.of(bookedOn, settled.lastOn(), credit.bookedOn(), to.bookedOn())
                .max(LocalDate::compareTo)
                .orElseThrow();
        Cause cause = new Cause("allocation", creditId, credit.billingAccountId(), credit.currency(), day);
        allocations.free(new Settled(creditId, fromId, amount.minor(), day), cause);
        allocations.allocate(new AllocationPolicy.Allocation(creditId, toId, amount.minor()), cause);
        allocations.tell(List.of(fromId, toId));
    }

    /**
     * Gives back what was taken out: the credits are as they were, but for those whose payments were taken back meanwhile.
     *
     * @throws DomainException {@code not-found} if nothing was taken out under this id
     */
    public void giveBack(UUID id, LocalDate bookedOn, OpenBooks books) {
        // The credits first, as whoever takes a payment back does; what they settle is read again under their locks.
        settling(id).forEach(each -> repository.lock(each.creditId()));
        OpenItem out = repository.lock(id).orElseThrow(() -> DomainException.notFound("payout", id));
        LocalDate last = books.latest(bookedOn, out.bookedOn());
        List<UUID> changed = new ArrayList<>();
        for (Settled part : settling(id)) {
            LocalDate day = books.latest(bookedOn, out.bookedOn(), part.lastOn());
            last = books.latest(last, day);
            allocations.free(
                    part, new Cause("allocation", part.creditId(), out.billingAccountId(), out.currency(), day));
            changed.add(part.creditId());
        }
        repository.addAllocation(id, id, out.amountMinor(), last);
        repository.changeOpen(id, -out.amountMinor());
        repository.addJournal(
                LedgerAccount.PAYOUTS,
                LedgerAccount.RECEIVABLES,
                out.amountMinor(),
                cause("payoutReversal", out, last));
        allocations.tell(changed);
    }

    /** Puts what was taken out of one account to the credit of another. */
    public void put(UUID creditId, UUID billingAccountId, Money amount, LocalDate day) {
        OpenItem credit = new OpenItem(
                creditId, billingAccountId, false, amount.currency(), amount.minor(), amount.minor(), day, day);
        repository.add(credit);
        repository.addJournal(
                LedgerAccount.PAYOUTS,
                LedgerAccount.CUSTOMER_CREDIT,
                amount.minor(),
                cause("creditTransfer", credit, day));
    }

    private List<Settled> settling(UUID id) {
        return repository.settling(List.of(id));
    }

    private static Cause cause(String kind, OpenItem item, LocalDate day) {
        return new Cause(kind, item.documentId(), item.billingAccountId(), item.currency(), day);
    }
}
