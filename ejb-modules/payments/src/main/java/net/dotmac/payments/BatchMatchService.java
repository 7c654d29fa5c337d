package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Requires;
import net.dotmac.payments.BankTransactionDetails.Match;
import net.dotmac.payments.domain.BankTransaction;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.persistence.BankMatchRepository;
import net.dotmac.payments.persistence.BankRepository;
import net.dotmac.payments.persistence.DirectDebitRepository;

/**
 * Lets staff say that money is a batch's, where the bank did not name it: a CSV export seldom does. Posting does the same
 * by itself where it did.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class BatchMatchService {

    @Inject
    private BankRepository repository;

    @Inject
    private BankMatchRepository matches;

    @Inject
    private DirectDebitRepository debits;

    @Inject
    private PaymentBatchService payments;

    @Inject
    private DebitOutcomes outcomes;

    @Inject
    private BankRecords records;

    @Inject
    private BusinessClock clock;

    /** The batches that are still to bring just what this movement is, oldest first; empty for money that went out. */
    @Requires("bank.read")
    public List<DirectDebitBatchDetails> candidates(UUID movementId) {
        BankTransaction movement = repository
                .transaction(movementId)
                .orElseThrow(() -> DomainException.notFound("bank transaction", movementId));
        if (!movement.amount().currency().equals("EUR") || !movement.amount().isPositive() || movement.isMatched()) {
            return List.of();
        }
        List<UUID> ids = debits.stillToBring(movement.amount().minor());
        Map<UUID, List<DirectDebitBatchDetails.Total>> totals = debits.totals(ids);
        return ids.stream()
                .map(id -> debits.batch(id).orElseThrow().details(totals.getOrDefault(id, List.of())))
                .toList();
    }

    /**
     * Makes money that came in the payments of all debits of a batch whose outcome is open.
     *
     * @throws DomainException {@code bank-transaction-state} if it was decided already; {@code invalid-value} if the
     *     debits do not come to the amount
     */
    @Requires("bank.write")
    public BankTransactionDetails match(UUID movementId, UUID batchId) {
        BankTransaction movement =
                repository.lock(movementId).orElseThrow(() -> DomainException.notFound("bank transaction", movementId));
        movement.requireUndecided();
        if (debits.batch(batchId).isEmpty()) {
            throw DomainException.notFound("direct debit batch", batchId);
        }
        List<DirectDebit> waiting = debits.lockWaiting(batchId);
        Money sum =
                new Money(waiting.stream().mapToLong(DirectDebit::amountMinor).sum(), "EUR");
        if (!sum.isPositive() || !sum.equals(movement.amount())) {
            throw DomainException.invalid(
                    "directDebitBatchId",
                    "The batch is still to bring " + sum + ", and the movement is " + movement.amount()
                            + ". Take in the bank's rejections first, or match its parts by hand.");
        }
        List<Match> became = pay(movement, waiting);
        List<BankMatchRepository.Row> rows = became.stream()
                .map(each -> new BankMatchRepository.Row(movementId, each))
                .toList();
        matches.add(rows);
        movement.decide(BankTransaction.MATCHED, null, clock.now());
        repository.flush();
        records.matched(List.of(movement), rows);
        records.audited(movement, "matched", rows.size() + " direct debits");
        return movement.details(became);
    }

    private List<Match> pay(BankTransaction movement, List<DirectDebit> waiting) {
        List<PaymentData> data = waiting.stream()
                .map(debit -> BankPayments.data(movement, debit, clock.today()))
                .toList();
        List<UUID> ids;
        try (CallContext.Scope scope =
                CallContext.current().with("payment.write").bind()) {
            ids = payments.recordAll(data);
        }
        Map<DirectDebit, UUID> collected = new HashMap<>();
        List<Match> became = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            DirectDebit debit = waiting.get(i);
            collected.put(debit, ids.get(i));
            became.add(Match.ofPayment(
                    debit.billingAccountId(), debit.invoiceId(), ids.get(i), debit.amountMinor(), "directDebit"));
        }
        outcomes.collected(collected, data.get(0).receivedOn());
        return became;
    }
}
