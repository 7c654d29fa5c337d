package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import net.dotmac.billing.persistence.BillingRunReader;
import net.dotmac.billing.persistence.BillingRunRepository;
import net.dotmac.billing.persistence.BillingRunRepository.Slice;
import net.dotmac.billing.persistence.ReconciliationReader;
import net.dotmac.billing.persistence.RunApprovalRepository;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/**
 * Billing runs. A run is cut into slices of accounts; workers on any node claim slices and bill each in one transaction, which
 * also marks it done. So a run that was killed anywhere goes on with the slices that are left, and two runs at once bill no
 * account twice.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class BillingRunService {

    /** Large enough that set-based work pays, small enough that a lost slice costs seconds. */
    static final int SLICE_SIZE = 2000;

    private static final int SELECTED_AT_MOST = 10_000;
    private static final Duration FARTHEST = Duration.ofDays(366);

    @Inject
    private BillingRunRepository repository;

    @Inject
    private BillingRunReader runs;

    @Inject
    private ReconciliationReader reconciliations;

    @Inject
    private SliceProcessor processor;

    @Inject
    private BusinessClock clock;

    @Inject
    private Clock systemClock;

    @Inject
    private Outbox outbox;

    @Inject
    private BillingRunStart start;

    @Inject
    private RunApprovalRepository approvals;

    /**
     * Makes a run with its slices; a batch job works them off. Where runs need approval, one that should issue shows first what it
     * would issue, and waits ({@link RunApprovalService}).
     *
     * @throws DomainException {@code invalid-value} if the date is missing or more than a year ahead of today, or too many
     *     accounts are named
     */
    @Requires("billingRun.start")
    public BillingRunDetails start(BillingRunRequest request) {
        if (request.date() == null || request.date().isAfter(clock.today().plusDays(FARTHEST.toDays()))) {
            throw DomainException.invalid("date", "Expected a day not more than a year from today.");
        }
        if (request.billingAccountIds() != null && request.billingAccountIds().size() > SELECTED_AT_MOST) {
            throw DomainException.invalid(
                    "billingAccountIds", "At most " + SELECTED_AT_MOST + " accounts can be named.");
        }
        boolean needsApproval = !request.isPreview() && approvals.isNeeded();
        UUID id = start.make(
                needsApproval ? new BillingRunRequest(request.date(), true, request.billingAccountIds()) : request);
        if (needsApproval) {
            approvals.require(id);
        }
        return get(id);
    }

    @Requires("billingRun.read")
    public BillingRunDetails get(UUID id) {
        return runs.details(id).orElseThrow(() -> DomainException.notFound("billing run", id));
    }

    /** Runs, the latest first. */
    @Requires("billingRun.read")
    public Page<BillingRunDetails> list(Query query) {
        return runs.find(query).map(id -> runs.details(id).orElseThrow());
    }

    /** Accounts that the run could not bill, those resolved since included. */
    @Requires("billingRun.read")
    public List<BillingRunException> exceptions(UUID id) {
        get(id);
        return runs.exceptions(id);
    }

    /** What the run was expected to do, what it did, and how its sums differ from the month before. */
    @Requires("billingRun.read")
    public RunReconciliation reconciliation(UUID id) {
        BillingRunDetails run = get(id);
        Map<String, BillingRunDetails.Total> documents = new TreeMap<>();
        runs.documentTotals(id).forEach(total -> documents.put(total.currency(), total));
        Map<String, RunReconciliation.Sum> sums = new TreeMap<>();
        run.totals()
                .forEach(total -> sums.put(
                        total.currency(),
                        new RunReconciliation.Sum(
                                total.currency(),
                                total,
                                documents.getOrDefault(
                                        total.currency(), new BillingRunDetails.Total(total.currency(), 0, 0, 0, 0)))));
        Optional<RunReconciliation.Days> before = reconciliations.before(id);
        return new RunReconciliation(
                run,
                run.accounts() - run.billed() - run.nothingToBill() - run.blocked() - run.changed(),
                List.copyOf(sums.values()),
                reconciliations.blocked(id),
                before.map(days -> reconciliations.variance(id, days)).orElse(List.of()),
                before.orElse(null));
    }

    /** What became of accounts: all of a preview; of a real run those without a document. */
    @Requires("billingRun.read")
    public List<BillingRunAccount> accounts(UUID id, int offset, int limit) {
        get(id);
        return runs.accounts(id, Math.max(0, offset), Math.min(Math.max(1, limit), Query.MAX_LIMIT));
    }

    /**
     * Bills one slice that nobody works on, in this transaction.
     *
     * @return false if there was none left to claim
     * @throws SliceFailedException if the slice failed as a whole; pass it to {@link #noteFailure}, then go on
     */
    @Requires("billingRun.start")
    public boolean processNextSlice(UUID runId) {
        Optional<Slice> claimed = repository.claim(runId);
        if (claimed.isEmpty()) {
            return false;
        }
        Slice slice = claimed.get();
        try {
            processor.process(slice);
        } catch (RuntimeException e) {
            throw new SliceFailedException(slice.number(), e);
        }
        return true;
    }

    /** Notes that a slice failed; it is tried three times, the later ones with closer checks. */
    @Requires("billingRun.start")
    public void noteFailure(UUID runId, int slice, String remark) {
        repository.sliceFailed(runId, slice, remark);
        repository.beat(runId, systemClock.instant());
    }

    /** Says that somebody works on the run. */
    @Requires("billingRun.start")
    public void beat(UUID runId) {
        repository.beat(runId, systemClock.instant());
    }

    /**
     * Ends a run whose slices are all dealt with, after comparing its totals with the documents themselves.
     *
     * @return the run; still {@code running} if slices are left
     */
    @Requires("billingRun.start")
    public BillingRunDetails finish(UUID runId) {
        BillingRunDetails run = get(runId);
        if (!run.state().equals("running") || repository.hasOpenSlices(runId)) {
            return run;
        }
        String remark = remark(run);
        String done = approvals.isRequired(runId) ? "awaitingApproval" : "finished";
        String state = remark == null ? done : "failed";
        repository.finish(runId, state, remark, systemClock.instant());
        outbox.record(
                "billing.billingRuns.finished.v1", runId.toString(), Map.of("runId", runId.toString(), "state", state));
        return get(runId);
    }

    /**
     * Takes over the runs that nobody has worked on for a while: their workers are gone. Of several nodes that ask at once one
     * gets each run.
     *
     * @return the runs to work on
     */
    @Requires("billingRun.start")
    public List<UUID> takeOver(Duration silence) {
        return repository.takeOver(systemClock.instant().minus(silence), systemClock.instant());
    }

    /**
     * A new run for the accounts that a run could not bill and that are still open.
     *
     * @throws DomainException {@code billing-run-is-over} if none is open
     */
    @Requires("billingRun.start")
    public BillingRunDetails retry(UUID runId) {
        BillingRunDetails run = get(runId);
        List<UUID> open = runs.exceptions(runId).stream()
                .filter(exception -> exception.state().equals("open"))
                .map(BillingRunException::billingAccountId)
                .limit(SELECTED_AT_MOST)
                .toList();
        if (open.isEmpty()) {
            throw new DomainException(
                    BillingProblem.RUN_IS_OVER, "The run has no open exception, so there is nothing to try again.");
        }
        return start(new BillingRunRequest(run.date(), run.mode().equals("preview"), open));
    }

    /** What is wrong with the run, or null if all adds up. */
    private String remark(BillingRunDetails run) {
        if (run.slicesDone() < run.slices()) {
            return "Slices were given up after three tries: " + runs.sliceRemarks(run.id());
        }
        if (run.mode().equals("preview")) {
            return null;
        }
        List<BillingRunDetails.Total> documents = runs.documentTotals(run.id());
        return documents.equals(run.totals())
                ? null
                : "The run counted " + run.totals() + ", and its documents say " + documents;
    }
}
