package net.dotmac.collections;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.collections.domain.Debt;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.domain.Situation;
import net.dotmac.collections.domain.Standing;
import net.dotmac.collections.persistence.AgreementRepository;
import net.dotmac.collections.persistence.CaseRepository;
import net.dotmac.collections.persistence.PolicyRepository;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Requires;

/** What customers say they will pay, and what they do not accept. */
@Stateless
@Interceptors(CallInterceptor.class)
public class AgreementService {

    private static final int PROMISE_DAYS_AT_MOST = 60;
    private static final int ARRANGEMENT_DAYS_AT_MOST = 1_096;
    private static final int INSTALMENTS_AT_MOST = 60;

    @Inject
    private AgreementRepository repository;

    @Inject
    private CaseRepository cases;

    @Inject
    private PolicyRepository policies;

    @Inject
    private SituationReader situations;

    @Inject
    private CaseWork work;

    @Inject
    private CaseLog log;

    @Inject
    private BusinessClock clock;

    /** The agreements of a case, newest first. */
    @Requires("collection.read")
    public List<Agreement> ofCase(UUID caseId) {
        require(caseId);
        return repository.ofCase(caseId).stream()
                .map(each -> repository.paid(each, situations.paid(each)))
                .toList();
    }

    /** The disputes of a case's account, newest first. */
    @Requires("collection.read")
    public List<Dispute> disputes(UUID caseId) {
        return repository.disputes(require(caseId).billingAccountId());
    }

    /**
     * Notes that the customer will pay an amount by a day; until then no step is taken.
     *
     * @param amount more than 0, at most what is dunned
     * @param dueOn from today to 60 days ahead; the payment has to be booked by its end
     * @throws DomainException {@code not-found}; {@code collection-case-state}; {@code agreement-exists-already}; {@code
     *     invalid-value} naming the attribute
     */
    @Requires("collection.write")
    public Agreement promise(UUID caseId, Money amount, LocalDate dueOn, String note) {
        DunningCase about = open(caseId);
        List<Debt> debts = dunned(about);
        requireCurrency(about, amount);
        long owed = debts.stream().mapToLong(Debt::openMinor).sum();
        if (!amount.isPositive() || amount.minor() > owed) {
            throw DomainException.invalid(
                    "amount",
                    "Found " + amount + ", expected an amount above 0 and at most what is overdue, "
                            + new Money(owed, about.currency()) + ".");
        }
        requireDay("dueOn", dueOn, PROMISE_DAYS_AT_MOST);
        return agree(about, Agreement.PROMISE, List.of(new Instalment(dueOn, amount.minor())), debts, note);
    }

    /**
     * Agrees on instalments for all that is overdue and neither disputed nor arranged. As long as each is paid in time, these
     * debts are not dunned and nothing is locked for them.
     *
     * @param instalments 2 to 60, their days ascending, their amounts adding up to the debt
     * @throws DomainException as {@link #promise}
     */
    @Requires("collection.write")
    public Agreement arrange(UUID caseId, List<Instalment> instalments, String note) {
        DunningCase about = open(caseId);
        List<Debt> debts = dunned(about);
        if (instalments.size() < 2 || instalments.size() > INSTALMENTS_AT_MOST) {
            throw DomainException.invalid(
                    "instalments", "Found " + instalments.size() + " instalments, expected 2 to 60.");
        }
        LocalDate before = clock.today().minusDays(1);
        long sum = 0;
        for (Instalment instalment : instalments) {
            requireDay("instalments", instalment.dueOn(), ARRANGEMENT_DAYS_AT_MOST);
            if (!instalment.dueOn().isAfter(before) || instalment.amountMinor() <= 0) {
                throw DomainException.invalid(
                        "instalments", "Each instalment is above 0 and due later than the one before it.");
            }
            before = instalment.dueOn();
            sum = Math.addExact(sum, instalment.amountMinor());
        }
        long owed = debts.stream().mapToLong(Debt::openMinor).sum();
        if (sum != owed) {
            throw DomainException.invalid(
                    "instalments",
                    "The instalments come to " + new Money(sum, about.currency()) + ", and "
                            + new Money(owed, about.currency()) + " is overdue.");
        }
        return agree(about, Agreement.ARRANGEMENT, instalments, debts, note);
    }

    /** Ends a case's agreement before it is kept; dunning goes on. @throws DomainException {@code collection-case-state} */
    @Requires("collection.write")
    public void withdraw(UUID caseId) {
        DunningCase about = open(caseId);
        Agreement active = repository
                .active(about.billingAccountId())
                .orElseThrow(() -> new DomainException(
                        CollectionsProblem.CASE_STATE, "There is neither a promise nor an arrangement to withdraw."));
        repository.end(active.id(), "withdrawn", clock.today());
        log.decided(about, active.kind() + "Withdrawn", active.amountMinor(), null);
        work.look(about.billingAccountId(), false);
    }

    /**
     * Notes that a customer does not accept an invoice: it is not dunned until that is resolved.
     *
     * @param reason 1 to 500 characters
     * @throws DomainException {@code not-found}; {@code invalid-value} if the account owes nothing on this invoice; {@code
     *     invoice-disputed-already}
     */
    @Requires("collection.write")
    public Dispute dispute(UUID caseId, UUID invoiceId, String reason) {
        DunningCase about = open(caseId);
        requireText("reason", reason);
        Situation situation = situations.read(about.billingAccountId(), about);
        Debt debt = situation.debts().stream()
                .filter(each -> each.documentId().equals(invoiceId))
                .findFirst()
                .orElseThrow(() -> DomainException.invalid(
                        "invoiceId", "Nothing is open of an invoice " + invoiceId + " of this account."));
        Dispute dispute = new Dispute(
                Ids.next(),
                about.billingAccountId(),
                invoiceId,
                reason.strip(),
                CallContext.current().actor(),
                clock.now(),
                null,
                null,
                null);
        if (!repository.add(dispute)) {
            throw new DomainException(CollectionsProblem.DISPUTED_ALREADY, "This invoice is disputed already.");
        }
        log.decided(about, "disputed", debt.openMinor(), reason.strip());
        log.tell("collections.disputes.opened.v1", about, Map.of("invoiceId", invoiceId.toString()));
        work.look(about.billingAccountId(), false);
        return dispute;
    }

    /**
     * Ends a dispute; what is still open of the invoice is dunned again. Credit it first if the customer was right.
     *
     * @param resolution what was found, 1 to 500 characters
     * @throws DomainException {@code not-found}; {@code collection-case-state} if it is resolved already
     */
    @Requires("collection.write")
    public void resolve(UUID caseId, UUID disputeId, String resolution) {
        DunningCase about = open(caseId);
        requireText("resolution", resolution);
        Dispute dispute = repository.disputes(about.billingAccountId()).stream()
                .filter(each -> each.id().equals(disputeId))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("dispute", disputeId));
        if (!repository.resolve(disputeId, resolution.strip(), clock.now())) {
            throw new DomainException(CollectionsProblem.CASE_STATE, "This dispute is resolved already.");
        }
        log.decided(about, "disputeResolved", null, resolution.strip());
        log.tell(
                "collections.disputes.resolved.v1",
                about,
                Map.of("invoiceId", dispute.invoiceId().toString()));
        work.look(about.billingAccountId(), false);
    }

    private Agreement agree(
            DunningCase about, String kind, List<Instalment> instalments, List<Debt> debts, String note) {
        if (note != null && note.length() > 500) {
            throw DomainException.invalid("note", "A note has at most 500 characters.");
        }
        if (repository.active(about.billingAccountId()).isPresent()) {
            throw new DomainException(
                    CollectionsProblem.AGREED_ALREADY,
                    "This account has a promise or an arrangement already. Withdraw that first.");
        }
        Agreement agreement = new Agreement(
                Ids.next(),
                about.billingAccountId(),
                about.id(),
                kind,
                "active",
                about.currency(),
                instalments.stream().mapToLong(Instalment::amountMinor).sum(),
                0,
                note,
                CallContext.current().actor(),
                clock.today(),
                null,
                instalments);
        repository.add(agreement, debts);
        log.decided(about, kind + "Made", agreement.amountMinor(), note);
        log.tell(
                "collections." + kind + "s.made.v1",
                about,
                Map.of("agreementId", agreement.id().toString(), "amountMinor", agreement.amountMinor()));
        work.look(about.billingAccountId(), false);
        return agreement;
    }

    /** What the case shows as dunned, with the debts it comes from. */
    private List<Debt> dunned(DunningCase about) {
        Map<String, DunningPolicy> all = policies.all();
        DunningPolicy policy = all.getOrDefault(about.customerClass(), all.get(DunningPolicy.DEFAULT));
        Situation situation = situations.read(about.billingAccountId(), about);
        return Standing.of(situation, policy == null ? 0 : policy.graceDays(), clock.today())
                .dunned();
    }

    private DunningCase open(UUID caseId) {
        DunningCase about = cases.lock(caseId).orElseThrow(() -> DomainException.notFound("collection case", caseId));
        about.requireOpen();
        return about;
    }

    private DunningCase require(UUID caseId) {
        return cases.find(caseId).orElseThrow(() -> DomainException.notFound("collection case", caseId));
    }

    private static void requireCurrency(DunningCase about, Money amount) {
        if (amount == null || !amount.currency().equals(about.currency())) {
            throw DomainException.invalid("amount", "Expected an amount in " + about.currency() + ".");
        }
    }

    private void requireDay(String attribute, LocalDate day, int daysAhead) {
        LocalDate today = clock.today();
        if (day == null || day.isBefore(today) || day.isAfter(today.plusDays(daysAhead))) {
            throw DomainException.invalid(
                    attribute,
                    "Found " + day + ", expected a day from " + today + " to " + today.plusDays(daysAhead) + ".");
        }
    }

    private static void requireText(String attribute, String text) {
        if (text == null || text.isBlank() || text.length() > 500) {
            throw DomainException.invalid(attribute, "Expected 1 to 500 characters for " + attribute + ".");
        }
    }
}
