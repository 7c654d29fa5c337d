package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.persistence.AllocationWriter;
import net.dotmac.ledger.persistence.CreditWriter;
import net.dotmac.ledger.persistence.LedgerRepository;
import net.dotmac.ledger.persistence.LedgerRepository.Cause;
import net.dotmac.ledger.persistence.OpenBooks;
import net.dotmac.ledger.persistence.PeriodRepository;

/** Books what leaves customers' credit: money paid out, and credit moved to another account or another invoice. */
@Stateless
@Interceptors(CallInterceptor.class)
public class CreditService {

    @Inject
    private CreditWriter credits;

    @Inject
    private AllocationWriter allocations;

    @Inject
    private LedgerRepository repository;

    @Inject
    private PeriodRepository periods;

    @Inject
    private BusinessClock clock;

    /**
     * Takes credit out of an account for a payout; what the account owes is settled first. Nobody else can spend it from
     * then on.
     *
     * @param payoutId under which it can be paid or given back
     * @throws DomainException {@code invalid-value} naming the amount if less credit is left
     */
    @Requires("ledger.book")
    public void reserve(UUID payoutId, UUID billingAccountId, Money amount) {
        OpenBooks books = held();
        allocations.settle(billingAccountId, null, clock.today(), books);
        credits.take("payout", payoutId, billingAccountId, amount, books.forward(clock.today()));
    }

    /**
     * Books that the money of a payout has left the bank.
     *
     * @throws DomainException {@code not-found} if nothing was reserved under this id
     */
    @Requires("ledger.book")
    public void payOut(UUID payoutId, LocalDate bookedOn) {
        move(payoutId, bookedOn, LedgerAccount.PAYOUTS, LedgerAccount.BANK, "payout");
    }

    /**
     * Gives reserved credit back to its account, which settles with it what it owes.
     *
     * @throws DomainException {@code not-found} if nothing was reserved under this id
     */
    @Requires("ledger.book")
    public void release(UUID payoutId, LocalDate bookedOn) {
        OpenBooks books = held();
        credits.giveBack(payoutId, bookedOn, books);
        allocations.settle(reserved(payoutId).billingAccountId(), null, bookedOn, books);
    }

    /** The same for money that had left the bank and has come back. */
    @Requires("ledger.book")
    public void takeIn(UUID payoutId, LocalDate bookedOn) {
        move(payoutId, bookedOn, LedgerAccount.BANK, LedgerAccount.PAYOUTS, "payoutReversal");
        release(payoutId, bookedOn);
    }

    /**
     * Moves credit to another account; what the first owes is settled before, and what the second owes with what arrives.
     *
     * @param debitId what leaves the first account, which is owed if the payment behind it is taken back
     * @param creditId what arrives at the second
     * @throws DomainException {@code invalid-value} naming the amount if less credit is left
     */
    @Requires("ledger.book")
    public void transfer(UUID debitId, UUID creditId, UUID fromAccountId, UUID toAccountId, Money amount) {
        OpenBooks books = held();
        LocalDate today = clock.today();
        credits.lock(fromAccountId, toAccountId);
        allocations.settle(fromAccountId, null, today, books);
        LocalDate day = credits.take("creditTransfer", debitId, fromAccountId, amount, books.forward(today));
        credits.put(creditId, toAccountId, amount, day);
        allocations.settle(toAccountId, null, today, books);
    }

    /**
     * Takes what a credit settles off one receivable and puts it onto another of the same account.
     *
     * @throws DomainException {@code not-found} for a credit that does not exist; {@code invalid-value} naming the
     *     attribute if it settles less, or less is open
     */
    @Requires("ledger.book")
    public void reallocate(UUID creditId, UUID fromInvoiceId, UUID toInvoiceId, Money amount) {
        credits.reallocate(creditId, fromInvoiceId, toInvoiceId, amount, held().forward(clock.today()));
    }

    private void move(UUID payoutId, LocalDate bookedOn, LedgerAccount debit, LedgerAccount credit, String kind) {
        OpenBooks books = held();
        OpenItem out = reserved(payoutId);
        repository.addJournal(
                debit,
                credit,
                out.amountMinor(),
                new Cause(
                                kind,
                                payoutId,
                                out.billingAccountId(),
                                out.currency(),
                                books.latest(bookedOn, out.bookedOn()))
                        .forwardedFrom(books.forwardedFrom(bookedOn)));
    }

    private OpenItem reserved(UUID payoutId) {
        return repository.lock(payoutId).orElseThrow(() -> DomainException.notFound("payout", payoutId));
    }

    private OpenBooks held() {
        return OpenBooks.after(periods.holdBooks());
    }
}
