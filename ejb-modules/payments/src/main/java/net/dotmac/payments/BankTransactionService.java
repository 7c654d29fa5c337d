package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.BankTransactionDetails.Match;
import net.dotmac.payments.domain.BankTransaction;
import net.dotmac.payments.domain.MatchPart;
import net.dotmac.payments.persistence.BankMatchRepository;
import net.dotmac.payments.persistence.BankRepository;

/** The movements of the bank accounts, and what staff decide on those that posting was not sure of. */
@Stateless
@Interceptors(CallInterceptor.class)
public class BankTransactionService {

    @Inject
    private BankRepository repository;

    @Inject
    private BankMatchRepository matches;

    @Inject
    private SuggestionReader suggestions;

    @Inject
    private PaymentService payments;

    @Inject
    private DebitOutcomes debits;

    @Inject
    private BankRecords records;

    @Inject
    private BusinessClock clock;

    @Requires("bank.read")
    public BankTransactionDetails get(UUID id) {
        return details(List.of(
                        repository.transaction(id).orElseThrow(() -> DomainException.notFound("bank transaction", id))))
                .get(0);
    }

    @Requires("bank.read")
    public Page<BankTransactionDetails> list(Query query) {
        Page<BankTransaction> page = repository.transactions(query);
        return new Page<>(details(page.rows()), page.total());
    }

    /** What waits for a decision, by state and currency. */
    @Requires("bank.read")
    public List<BankTotal> totals() {
        return repository.totals();
    }

    /**
     * For each of these movements that waits for a decision, what it may be meant for: likeliest first, at most five.
     */
    @Requires("bank.read")
    public Map<UUID, List<BankSuggestion>> suggestions(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : suggestions.read(repository.transactions(ids));
    }

    /**
     * Makes money that came in an account's payment.
     *
     * @param invoiceId to be settled first, or null for what is due first
     * @throws DomainException {@code bank-transaction-state} if it was decided already; {@code invalid-value} for
     *     money that went out, or another account's invoice; {@code payment-currency-differs}
     */
    @Requires("bank.write")
    public BankTransactionDetails match(UUID id, UUID billingAccountId, UUID invoiceId) {
        BankTransaction movement = undecided(id);
        requireIncoming(movement);
        return pay(
                movement,
                List.of(new MatchPart(
                        billingAccountId, invoiceId, movement.amount().minor())));
    }

    /**
     * Makes money that came in payments of several accounts.
     *
     * @throws DomainException as {@link #match}; {@code invalid-value} if the parts do not come to the amount
     */
    @Requires("bank.write")
    public BankTransactionDetails split(UUID id, BankSplit split) {
        BankTransaction movement = undecided(id);
        requireIncoming(movement);
        split.check(movement.amount());
        return pay(
                movement,
                split.parts().stream()
                        .map(part -> new MatchPart(part.billingAccountId(), part.invoiceId(), part.amountMinor()))
                        .toList());
    }

    /**
     * Takes a payment back by money that went out. More may have gone out than was paid: banks charge for returns.
     *
     * @throws DomainException {@code invalid-value} for money that came in, or a payment that is reversed, of another
     *     currency or larger than what went out
     */
    @Requires("bank.write")
    public BankTransactionDetails takeBack(UUID id, UUID paymentId) {
        BankTransaction movement = undecided(id);
        if (movement.amount().minor() > 0) {
            throw DomainException.invalid("paymentId", "Money came in here, and only money that goes out takes back.");
        }
        PaymentDetails payment;
        try (CallContext.Scope scope =
                CallContext.current().with("payment.read", "payment.reverse").bind()) {
            payment = payments.get(paymentId);
            requireReturnable(payment, movement.amount());
            long fee = -movement.amount().minor() - payment.amountMinor();
            debits.returned(List.of(paymentId), movement.entry(), fee);
            payments.reverse(paymentId, BankPayments.returnReason(movement.entry()));
        }
        return matched(
                movement,
                List.of(new BankMatchRepository.Row(
                        id,
                        Match.ofPayment(
                                payment.billingAccountId(), null, paymentId, -payment.amountMinor(), "return"))));
    }

    /**
     * Sets a movement aside until more is known.
     *
     * @param note why, 1 to 500 characters
     */
    @Requires("bank.write")
    public BankTransactionDetails park(UUID id, String note) {
        return decide(undecided(id), BankTransaction.PARKED, note, "parked");
    }

    /**
     * Says that a movement is no customer's payment, such as a bank's fee.
     *
     * @param note what it is, 1 to 500 characters
     */
    @Requires("bank.write")
    public BankTransactionDetails ignore(UUID id, String note) {
        return decide(undecided(id), BankTransaction.IGNORED, note, "ignored");
    }

    /**
     * Opens a movement again; the payments it became are taken back.
     *
     * @throws DomainException {@code bank-transaction-state} if nothing was decided, or it took a payment back itself
     */
    @Requires("bank.write")
    public BankTransactionDetails undo(UUID id) {
        BankTransaction movement = locked(id);
        movement.requireDecided();
        List<Match> became = matches.of(List.of(id)).getOrDefault(id, List.of());
        if (became.stream().anyMatch(each -> each.payoutId() != null)) {
            throw new DomainException(
                    PaymentProblem.TRANSACTION_STATE,
                    "This is the money of payouts. If one came back, say so there, and its credit is the account's again.");
        }
        if (debits.hasDebit(became.stream().map(Match::paymentId).toList())) {
            throw new DomainException(
                    PaymentProblem.TRANSACTION_STATE,
                    "This is the money of direct debits. If one came back, its return takes it back.");
        }
        for (Match match : became) {
            if (match.amountMinor() < 0) {
                throw new DomainException(
                        PaymentProblem.TRANSACTION_STATE,
                        "This took a payment back, and that stays so. If the money came after all, record it as a new payment.");
            }
            CallContext.current()
                    .with("payment.reverse")
                    .run(() -> payments.reverse(match.paymentId(), "The bank's movement was matched wrongly"));
        }
        matches.undo(id, clock.now());
        records.audited(movement, "undone", movement.state());
        movement.decide(BankTransaction.OPEN, null, clock.now());
        repository.flush();
        records.decided(movement, "reopened");
        return get(movement);
    }

    private BankTransactionDetails pay(BankTransaction movement, List<MatchPart> parts) {
        int number = matches.count(movement.id());
        List<BankMatchRepository.Row> rows = new ArrayList<>();
        try (CallContext.Scope scope =
                CallContext.current().with("payment.write").bind()) {
            for (MatchPart part : parts) {
                PaymentDetails payment =
                        payments.record(BankPayments.data(movement, part, number + rows.size(), clock.today()));
                rows.add(new BankMatchRepository.Row(
                        movement.id(),
                        Match.ofPayment(
                                part.accountId(), part.invoiceId(), payment.id(), part.amountMinor(), "staff")));
            }
        }
        return matched(movement, rows);
    }

    private BankTransactionDetails matched(BankTransaction movement, List<BankMatchRepository.Row> rows) {
        matches.add(rows);
        movement.decide(BankTransaction.MATCHED, null, clock.now());
        repository.flush();
        records.matched(List.of(movement), rows);
        records.audited(movement, "matched", rows.size() + " payments");
        return get(movement);
    }

    private BankTransactionDetails decide(BankTransaction movement, String state, String note, String what) {
        if (note == null || note.isBlank() || note.length() > 500) {
            throw DomainException.invalid("note", "Say why, in 1 to 500 characters.");
        }
        movement.decide(state, note, clock.now());
        repository.flush();
        records.audited(movement, what, note);
        records.decided(movement, what);
        return get(movement);
    }

    private static void requireIncoming(BankTransaction movement) {
        if (movement.amount().minor() < 0) {
            throw DomainException.invalid(
                    "billingAccountId", "Money went out here. Say which payment came back by it, or ignore it.");
        }
    }

    private static void requireReturnable(PaymentDetails payment, Money amount) {
        Money paid = new Money(payment.amountMinor(), payment.currency());
        boolean isCurrency = payment.currency().equals(amount.currency());
        if (!payment.state().equals("recorded") || !isCurrency || paid.minor() > -amount.minor()) {
            throw DomainException.invalid(
                    "paymentId",
                    "The payment is " + payment.state() + " with " + paid + ", and " + amount.negate()
                            + " went out. Expected a payment that stands, of at most this amount.");
        }
    }

    private BankTransaction undecided(UUID id) {
        BankTransaction movement = locked(id);
        movement.requireUndecided();
        return movement;
    }

    private BankTransaction locked(UUID id) {
        return repository.lock(id).orElseThrow(() -> DomainException.notFound("bank transaction", id));
    }

    private BankTransactionDetails get(BankTransaction movement) {
        return details(List.of(movement)).get(0);
    }

    private List<BankTransactionDetails> details(List<BankTransaction> movements) {
        Map<UUID, List<Match>> became =
                matches.of(movements.stream().map(BankTransaction::id).toList());
        return movements.stream()
                .map(each -> each.details(became.getOrDefault(each.id(), List.of())))
                .toList();
    }
}
