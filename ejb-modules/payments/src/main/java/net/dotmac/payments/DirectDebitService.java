package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.DirectDebitBatch;
import net.dotmac.payments.domain.Mandate;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.domain.TargetCalendar;
import net.dotmac.payments.persistence.DirectDebitRepository;
import net.dotmac.payments.persistence.MandateRepository;
import net.dotmac.payments.persistence.SepaSettingsRepository;

/** Batches of direct debits up to their approval, and what is known of each. What follows is {@link HandOverService}'s. */
@Stateless
@Interceptors(CallInterceptor.class)
public class DirectDebitService {

    private static final int MOST_DAYS_AHEAD = 365;

    @Inject
    private DirectDebitRepository repository;

    @Inject
    private MandateRepository mandates;

    @Inject
    private SepaSettingsRepository settings;

    @Inject
    private DebitFinder finder;

    @Inject
    private DebitRecords records;

    @Inject
    private BusinessClock clock;

    /**
     * What a batch of a day would collect now, and what it would leave out and why.
     *
     * @param collectOn a day on which banks work, the notice ahead; null for the first there is
     * @throws DomainException {@code no-creditor}; {@code invalid-value} for another day
     */
    @Requires("directDebit.read")
    public DirectDebitPlan plan(LocalDate collectOn) {
        return finder.plan(day(collectOn, creditor()));
    }

    /**
     * Makes a batch of what is due by its day. Its invoices are in flight from then on: no other batch takes them. Unless
     * somebody else has to approve it, it is approved, and the payers' notices go out.
     *
     * @throws DomainException as {@link #plan}; {@code nothing-to-collect}
     */
    @Requires("directDebit.write")
    public DirectDebitBatchDetails create(LocalDate collectOn) {
        SepaSettings creditor = creditor();
        LocalDate day = day(collectOn, creditor);
        repository.lockPlanning();
        DirectDebitPlan plan = finder.plan(day);
        if (plan.lines().isEmpty()) {
            throw new DomainException(
                    PaymentProblem.NOTHING_DUE,
                    "Nothing is due by " + day + " that could be collected; the preview says of "
                            + plan.leftOut().size() + " invoices why not.");
        }
        DirectDebitBatch batch = new DirectDebitBatch(day, creditor, clock.now());
        Map<UUID, Mandate> byId =
                mandates
                        .lock(plan.lines().stream()
                                .map(DirectDebitPlan.Line::mandateId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Mandate::id, Function.identity()));
        List<DirectDebit> debits = plan.lines().stream()
                .map(line -> new DirectDebit(batch, line, byId.get(line.mandateId())))
                .toList();
        repository.add(batch, debits);
        records.batch("created", batch, debits.size() + " debits");
        if (!creditor.needsApproval()) {
            approve(batch, debits);
        }
        return details(List.of(batch)).get(0);
    }

    /**
     * Approves somebody else's batch, in time for the notice; the payers' notices go out with it.
     *
     * @throws DomainException {@code direct-debit-state}; {@code approval-needs-other} for one's own; {@code
     *     invalid-value} if its day is too near by now
     */
    @Requires("directDebit.approve")
    public DirectDebitBatchDetails approve(UUID id) {
        DirectDebitBatch batch = lockedBatch(id);
        batch.require(Set.of(DirectDebitBatch.PROPOSED));
        if (batch.isCreatedBy(CallContext.current().actor())) {
            throw new DomainException(
                    PaymentProblem.NEEDS_OTHER, "You made this batch, so somebody else has to approve it.");
        }
        day(batch.collectOn(), creditor());
        approve(batch, repository.of(id, DirectDebit.PLANNED));
        return details(List.of(batch)).get(0);
    }

    /**
     * Takes one debit out of a batch that was not handed over; the invoice is free for another.
     *
     * @param reason 1 to 500 characters
     * @throws DomainException {@code direct-debit-state}
     */
    @Requires("directDebit.write")
    public DirectDebitDetails drop(UUID debitId, String reason) {
        String why = MandateForm.text("reason", reason, 500, true);
        UUID batchId = repository
                .debit(debitId)
                .orElseThrow(() -> DomainException.notFound("direct debit", debitId))
                .batchId();
        // The batch first, as who hands it over does: neither waits for the other then.
        lockedBatch(batchId);
        DirectDebit debit = repository.lockDebit(debitId).orElseThrow();
        if (!debit.is(DirectDebit.PLANNED)) {
            throw new DomainException(
                    PaymentProblem.DEBIT_STATE,
                    "The debit is " + debit.details(0).state() + "; only a planned one can be dropped.");
        }
        debit.drop(why);
        repository.flush();
        records.audited("dropped", debit, why);
        records.debits("dropped", List.of(debit));
        return debits(List.of(debit)).get(0);
    }

    @Requires("directDebit.read")
    public DirectDebitBatchDetails get(UUID id) {
        return details(List.of(
                        repository.batch(id).orElseThrow(() -> DomainException.notFound("direct debit batch", id))))
                .get(0);
    }

    @Requires("directDebit.read")
    public Page<DirectDebitBatchDetails> list(Query query) {
        Page<DirectDebitBatch> page = repository.batches(query);
        return new Page<>(details(page.rows()), page.total());
    }

    @Requires("directDebit.read")
    public DirectDebitDetails debit(UUID id) {
        return debits(List.of(repository.debit(id).orElseThrow(() -> DomainException.notFound("direct debit", id))))
                .get(0);
    }

    @Requires("directDebit.read")
    public Page<DirectDebitDetails> debits(Query query) {
        Page<DirectDebit> page = repository.debits(query);
        return new Page<>(debits(page.rows()), page.total());
    }

    private void approve(DirectDebitBatch batch, List<DirectDebit> debits) {
        batch.approve(clock.now());
        debits.forEach(each -> each.announce(clock.today()));
        repository.flush();
        records.batch("approved", batch, debits.size() + " debits");
        records.debits("announced", debits);
    }

    private LocalDate day(LocalDate wanted, SepaSettings creditor) {
        LocalDate today = clock.today();
        LocalDate first = TargetCalendar.onOrAfter(today.plusDays(creditor.noticeDays()));
        LocalDate day = wanted == null ? first : wanted;
        if (day.isBefore(first) || day.isAfter(today.plusDays(MOST_DAYS_AHEAD)) || !TargetCalendar.isBusinessDay(day)) {
            throw DomainException.invalid(
                    "collectOn",
                    "Found " + day + ", expected a day on which banks work, at least " + creditor.noticeDays()
                            + " days ahead for the payers' notice: " + first + " at the earliest.");
        }
        return day;
    }

    private SepaSettings creditor() {
        return settings.find()
                .orElseThrow(() -> new DomainException(
                        PaymentProblem.NO_CREDITOR,
                        "Nobody has said yet as whom to collect. Enter the creditor id and the bank account first."));
    }

    private DirectDebitBatch lockedBatch(UUID id) {
        return repository.lockBatch(id).orElseThrow(() -> DomainException.notFound("direct debit batch", id));
    }

    private List<DirectDebitBatchDetails> details(Collection<DirectDebitBatch> batches) {
        Map<UUID, List<DirectDebitBatchDetails.Total>> totals =
                repository.totals(batches.stream().map(DirectDebitBatch::id).toList());
        return batches.stream()
                .map(each -> each.details(totals.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private List<DirectDebitDetails> debits(Collection<DirectDebit> debits) {
        Map<UUID, Long> open = finder.open(debits);
        return debits.stream()
                .map(each -> each.details(open.getOrDefault(each.invoiceId(), 0L)))
                .toList();
    }
}
