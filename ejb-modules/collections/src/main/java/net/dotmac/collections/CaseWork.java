package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.collections.domain.BusinessCalendar;
import net.dotmac.collections.domain.Decision;
import net.dotmac.collections.domain.DunningCalculator;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.domain.Situation;
import net.dotmac.collections.domain.Standing;
import net.dotmac.collections.persistence.CaseRepository;
import net.dotmac.collections.persistence.FeeRepository;
import net.dotmac.collections.persistence.PolicyRepository;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;

/**
 * Looks at one account and does what is due: the one place where cases are opened, stepped and closed. Runs in its caller's
 * transaction and holds the case until that ends.
 */
@ApplicationScoped
class CaseWork {

    @Inject
    private CaseRepository cases;

    @Inject
    private PolicyRepository policies;

    @Inject
    private SituationReader situations;

    @Inject
    private AgreementWork agreements;

    @Inject
    private StepWork steps;

    @Inject
    private AccessLocks access;

    @Inject
    private FeeRepository fees;

    @Inject
    private CaseLog log;

    @Inject
    private Holidays holidays;

    @Inject
    private QuotationService quotations;

    @Inject
    private CustomerService customers;

    @Inject
    private BusinessClock clock;

    /**
     * Looks at an account.
     *
     * @param isRound whether cases may be opened and steps taken: in the tenant's morning, not whenever a payment comes
     */
    void look(UUID account, boolean isRound) {
        Optional<DunningCase> opened = cases.lockOpen(account);
        if (opened.isEmpty() && !isRound) {
            return;
        }
        DunningCase about = opened.orElseGet(() -> unopened(account));
        Map<String, DunningPolicy> all = policies.all();
        DunningPolicy policy = all.getOrDefault(about.customerClass(), all.get(DunningPolicy.DEFAULT));
        if (policy != null) {
            agreements.review(about);
            look(about, policy, isRound, opened.isPresent());
        } else if (opened.isPresent()) {
            close(about, null);
        }
    }

    private DunningCase unopened(UUID account) {
        try (CallContext.Scope scope = CallContext.current()
                .with("billingAccount.read", "customer.read")
                .bind()) {
            List<QuotedAccount> found = quotations.accountsById(List.of(account));
            if (found.isEmpty()) {
                throw DomainException.notFound("billing account", account);
            }
            QuotedAccount payer = found.get(0);
            String customerClass =
                    customers.get(payer.customerId()).data().kind().wire();
            return new DunningCase(account, payer.customerId(), customerClass, payer.currency(), clock.today());
        }
    }

    private void look(DunningCase about, DunningPolicy policy, boolean isRound, boolean isOpened) {
        LocalDate today = clock.today();
        BusinessCalendar calendar = holidays.around(today);
        long minimum = policy.minimum(about.currency()).minor();
        Situation situation = situations.read(about.billingAccountId(), isOpened ? about : null);
        Standing standing = Standing.of(situation, policy.graceDays(), today);
        Decision decision = DunningCalculator.decide(policy, minimum, situation, calendar, today);
        about.stand(standing, situation.shields().inFlightMinor());
        if (decision instanceof Decision.Settled) {
            if (isOpened) {
                close(about, policy);
            }
            return;
        }
        if (!isOpened) {
            open(about);
        }
        if (decision instanceof Decision.Take due && isRound) {
            Situation after = situation.afterStep(due.number(), today);
            Decision next = DunningCalculator.decide(policy, minimum, after, calendar, today);
            steps.take(about, policy, due.number(), standing, next);
            decision = next;
        }
        note(about, decision, today);
        boolean isReleased = decision instanceof Decision.Shielded shielded
                && (shielded.by() == Decision.Shield.ARRANGEMENT || shielded.by() == Decision.Shield.DISPUTE);
        access.reconcile(about, isReleased);
        cases.flush();
    }

    private void open(DunningCase about) {
        cases.add(about);
        log.note(about, "opened", about.dunnedMinor(), null);
        log.tell("collections.cases.opened.v1", about, Map.of());
    }

    private void note(DunningCase about, Decision decision, LocalDate today) {
        LocalDate lookOn = agreements.nextCheck(about).orElse(null);
        if (decision instanceof Decision.Shielded shielded) {
            about.shieldedBy(shielded, lookOn);
        } else if (decision instanceof Decision.Wait wait) {
            about.waitFor(wait.number(), wait.on(), lookOn);
        } else if (decision instanceof Decision.Take due) {
            about.waitFor(due.number(), today, lookOn);
        }
    }

    /** @param policy null if the tenant has given up dunning: then nothing is charged for it */
    private void close(DunningCase about, DunningPolicy policy) {
        Optional<UUID> suspension = access.end(about);
        if (policy != null && policy.reconnectFee() != null && suspension.isPresent()) {
            DunningPolicy.ReconnectFee fee = policy.reconnectFee();
            // Its id is the suspension's: whoever closes the case again can't charge it twice.
            fees.add(new Fee(
                    suspension.get(),
                    about.id(),
                    about.billingAccountId(),
                    Fee.RECONNECT,
                    Money.of(fee.amount(), about.currency()),
                    fee.taxCategory(),
                    fee.taxIncluded(),
                    clock.today(),
                    null,
                    null));
        }
        agreements.withdraw(about);
        about.close(clock.today());
        log.note(about, "closed", null, policy == null ? "noPolicy" : null);
        log.tell("collections.cases.closed.v1", about, Map.of("reason", policy == null ? "noPolicy" : "settled"));
        cases.flush();
    }
}
