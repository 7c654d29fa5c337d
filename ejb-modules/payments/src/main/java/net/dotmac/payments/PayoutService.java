package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.CreditService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.payments.domain.Mandate;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.domain.Payout;
import net.dotmac.payments.domain.PayoutForm;
import net.dotmac.payments.persistence.MandateRepository;
import net.dotmac.payments.persistence.PayoutRepository;

/** Pays customers' credit back: one person asks for it, another approves it. What goes by bank is {@link PayoutBatchService}'s. */
@Stateless
@Interceptors(CallInterceptor.class)
public class PayoutService {

    @Inject
    private PayoutRepository repository;

    @Inject
    private MandateRepository mandates;

    @Inject
    private BillingAccountService accounts;

    @Inject
    private CreditService credits;

    @Inject
    private PayoutOutcomes outcomes;

    @Inject
    private PayoutRecords records;

    @Inject
    private BusinessClock clock;

    /**
     * Asks for a payout. Its credit is reserved at once, after what the account owes is settled. Told again with the same
     * key, it changes nothing and answers as before.
     *
     * @throws DomainException {@code not-found} for an unknown account; {@code invalid-value} naming the attribute, the
     *     amount too if less credit is left; {@code payment-currency-differs}; {@code payment-differs} if the key came
     *     before with another amount or account
     */
    @Requires("payout.write")
    public PayoutDetails request(PayoutData data) {
        PayoutData payout = checked(data);
        UUID id = Ids.next();
        if (!repository.add(id, payout, clock.now())) {
            return repeated(payout);
        }
        CallContext.current()
                .with("ledger.book")
                .run(() -> credits.reserve(id, payout.billingAccountId(), payout.amount()));
        Payout made = repository.find(id).orElseThrow();
        records.payouts("requested", List.of(made));
        return details(made);
    }

    /**
     * Approves somebody else's request.
     *
     * @throws DomainException {@code payout-state}, also if its credit was taken back meanwhile; {@code
     *     approval-needs-other} for one's own
     */
    @Requires("payout.approve")
    public PayoutDetails approve(UUID id) {
        Payout payout = locked(id);
        payout.approve(clock.now());
        outcomes.requireCovered(payout);
        return told(payout, "approved");
    }

    /**
     * Gives a payout up that the bank does not have yet; the credit is the account's again.
     *
     * @param reason 1 to 500 characters
     * @throws DomainException {@code payout-state}
     */
    @Requires("payout.write")
    public PayoutDetails cancel(UUID id, String reason) {
        String why = MandateForm.text("reason", reason, 500, true);
        Payout payout = locked(id);
        outcomes.cancel(payout, why);
        return told(payout, "cancelled");
    }

    /**
     * Says that an approved payout was paid in cash, or that the bank has paid one of its files without telling by which
     * movement.
     *
     * @param paidOn at most today; null for today
     * @param reason how one knows, 1 to 500 characters
     * @throws DomainException {@code payout-state}; {@code invalid-value}
     */
    @Requires("payout.settle")
    public PayoutDetails settle(UUID id, LocalDate paidOn, String reason) {
        String why = MandateForm.text("reason", reason, 500, true);
        LocalDate day = paidOn == null ? clock.today() : paidOn;
        if (day.isAfter(clock.today()) || day.isBefore(clock.today().minusYears(1))) {
            throw DomainException.invalid(
                    "paidOn", "Found " + day + ", expected a day within the last year, at most today.");
        }
        Payout payout = locked(id);
        if (payout.isCash()) {
            outcomes.requireCovered(payout);
        }
        outcomes.paid(payout, day, why);
        return told(payout, "paid");
    }

    /**
     * Says that a payout did not arrive, where the bank did not tell it in a file; the credit is the account's again.
     *
     * @param reason how one knows, 1 to 500 characters
     * @throws DomainException {@code payout-state} unless the bank has it or it was paid
     */
    @Requires("payout.settle")
    public PayoutDetails fail(UUID id, String reason) {
        String why = MandateForm.text("reason", reason, 500, true);
        Payout payout = locked(id);
        outcomes.failed(payout, null, why, clock.today());
        return told(payout, payout.is(Payout.RETURNED) ? "returned" : "rejected");
    }

    @Requires("payout.read")
    public PayoutDetails get(UUID id) {
        return details(repository.find(id).orElseThrow(() -> DomainException.notFound("payout", id)));
    }

    @Requires("payout.read")
    public Page<PayoutDetails> list(Query query) {
        Page<Payout> page = repository.find(query);
        return new Page<>(details(page.rows()), page.total());
    }

    /** What is on its way, by state and currency. */
    @Requires("payout.read")
    public List<PayoutTotal> totals() {
        return repository.totals();
    }

    private PayoutData checked(PayoutData data) {
        if (data.billingAccountId() == null) {
            throw DomainException.invalid("billingAccountId", "A payout needs a billing account.");
        }
        BillingAccountDetails account;
        try (CallContext.Scope scope =
                CallContext.current().with("billingAccount.read").bind()) {
            account = accounts.get(data.billingAccountId());
        }
        PayoutData payout = PayoutForm.checked(
                data, mandates.standing(account.id()).map(Mandate::debtor).orElse(null), account.number());
        if (!account.currency().equals(payout.amount().currency())) {
            throw new DomainException(
                    PaymentProblem.WRONG_CURRENCY,
                    "The payout is in " + payout.amount().currency() + " and the account in " + account.currency()
                            + ".",
                    "amount");
        }
        return payout;
    }

    private PayoutDetails repeated(PayoutData data) {
        Payout first = repository
                .same(data.idempotencyKey())
                .orElseThrow(() -> DomainException.invalid("idempotencyKey", "The payout could not be requested."));
        if (!first.isSameAs(data.billingAccountId(), data.amount())) {
            throw new DomainException(
                    PaymentProblem.DIFFERS,
                    "A payout of " + first.amount() + " was requested under this key before, and this one is "
                            + data.amount() + " or for another account. Use another key.");
        }
        return details(first);
    }

    private PayoutDetails told(Payout payout, String what) {
        repository.flush();
        records.payouts(what, List.of(payout));
        return details(payout);
    }

    private Payout locked(UUID id) {
        return repository.lock(id).orElseThrow(() -> DomainException.notFound("payout", id));
    }

    private PayoutDetails details(Payout payout) {
        return details(List.of(payout)).get(0);
    }

    private List<PayoutDetails> details(Collection<Payout> payouts) {
        Map<UUID, OpenItem> items =
                outcomes.items(payouts.stream().map(Payout::id).toList());
        return payouts.stream()
                .map(each -> each.details(
                        items.containsKey(each.id()) ? items.get(each.id()).openMinor() : 0))
                .toList();
    }
}
