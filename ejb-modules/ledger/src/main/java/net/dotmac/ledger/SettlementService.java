package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.domain.SettlementPlan;
import net.dotmac.ledger.persistence.LedgerRepository;
import net.dotmac.ledger.persistence.OpenBooks;
import net.dotmac.ledger.persistence.PeriodRepository;
import net.dotmac.ledger.persistence.SettlementBulkWriter;

/** Books and settles many payments at once, and tells what they may have been meant for. */
@Stateless
@Interceptors(CallInterceptor.class)
public class SettlementService {

    @Inject
    private SettlementBulkWriter writer;

    @Inject
    private LedgerRepository repository;

    @Inject
    private PeriodRepository periods;

    @Inject
    private BusinessClock clock;

    @Inject
    private SettledDocuments documents;

    /**
     * Books payments and settles with each what is due first of its account, in the order given. Their days came with the
     * money: one in a closed month is booked on the first open day.
     */
    @Requires("ledger.book")
    public void bookPayments(List<PaymentPosting> payments) {
        if (payments.isEmpty()) {
            return;
        }
        OpenBooks books = OpenBooks.after(periods.holdBooks());
        Set<UUID> accounts =
                payments.stream().map(PaymentPosting::billingAccountId).collect(Collectors.toSet());
        SettlementPlan plan = new SettlementPlan(writer.lockOpen(accounts), books.forward(clock.today()));
        Map<UUID, LocalDate> ownDays = new HashMap<>();
        for (PaymentPosting payment : payments) {
            ownDays.put(payment.paymentId(), books.forwardedFrom(payment.bookedOn()));
            plan.pay(payment.bookedOn(books.forward(payment.bookedOn())));
        }
        writer.addPayments(plan.payments(), ownDays);
        if (!plan.steps().isEmpty()) {
            writer.addSteps(plan.steps());
            writer.change(plan.changes());
            documents.changed(repository.items(plan.touched()));
        }
    }

    /** Everything open of these accounts, due first first; an account with nothing open is left out. */
    @Requires("ledger.read")
    public Map<UUID, List<OpenItem>> open(Collection<UUID> billingAccountIds) {
        return billingAccountIds.isEmpty()
                ? Map.of()
                : writer.open(billingAccountIds).stream().collect(Collectors.groupingBy(OpenItem::billingAccountId));
    }

    /**
     * Accounts with an open receivable that was due before a day, in the order of their ids.
     *
     * @param after where to go on, for the next of many; ids up to this one are left out
     */
    @Requires("ledger.read")
    public List<UUID> overdueAccounts(LocalDate dueBefore, AccountsAfter after) {
        return repository.overdueAccounts(dueBefore, after);
    }

    /**
     * Receivables of which just one of these amounts is open.
     *
     * @param amounts minor units
     * @param atMostEach how many to tell of each amount; which ones is not defined
     */
    @Requires("ledger.read")
    public List<OpenItem> openWithAmount(String currency, Set<Long> amounts, int atMostEach) {
        return amounts.isEmpty() ? List.of() : writer.openWithAmount(currency, amounts, atMostEach);
    }
}
