package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.persistence.RunApprovalRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/**
 * Four eyes on billing runs, where the tenant wants them. Whoever starts a run then starts its preview; it waits until somebody else
 * approves it, and only then a run issues documents. That run reckons anew: what changed in between is billed as it is by then, and
 * its own reconciliation says so.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class RunApprovalService {

    private static final int LONGEST_REASON = 500;

    @Inject
    private RunApprovalRepository approvals;

    @Inject
    private BillingRunService runs;

    @Inject
    private BillingRunStart start;

    @Inject
    private Clock systemClock;

    @Inject
    private AuditTrail audit;

    @Requires("billingRun.read")
    public RunPolicy policy() {
        return new RunPolicy(approvals.isNeeded());
    }

    /** Holds for runs that are started from now on; it takes who may approve to say that nobody has to. */
    @Requires("billingRun.approve")
    public RunPolicy changePolicy(RunPolicy policy) {
        approvals.put(policy.needsApproval());
        audit.record(
                "runPolicy.changed",
                "runPolicy",
                CallContext.current().tenantId(),
                Map.of("needsApproval", policy.needsApproval()));
        return policy;
    }

    /**
     * Approves a run and makes the one that issues what it showed.
     *
     * @return the new run
     * @throws DomainException {@code billing-run-needs-other} for one's own run; {@code billing-run-not-waiting} if it waits for nobody
     */
    @Requires("billingRun.approve")
    public BillingRunDetails approve(UUID runId) {
        requireOther(runs.get(runId));
        BillingRunRequest request =
                approvals.decide(runId, null, systemClock.instant()).orElseThrow(RunApprovalService::notWaiting);
        UUID issuing = start.make(request);
        audit.record("billingRun.approved", "billingRun", runId, Map.of("issuedBy", issuing.toString()));
        return runs.get(issuing);
    }

    /**
     * Ends a run without issuing anything; its starter may do so too.
     *
     * @param reason 1 to 500 characters
     * @throws DomainException {@code billing-run-not-waiting}
     */
    @Requires("billingRun.approve")
    public BillingRunDetails reject(UUID runId, String reason) {
        runs.get(runId);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw DomainException.invalid("reason", "Expected 1 to " + LONGEST_REASON + " characters for the reason.");
        }
        if (approvals.decide(runId, reason.strip(), systemClock.instant()).isEmpty()) {
            throw notWaiting();
        }
        audit.record("billingRun.rejected", "billingRun", runId, Map.of("reason", reason.strip()));
        return runs.get(runId);
    }

    private static void requireOther(BillingRunDetails run) {
        if (run.startedBy().equals(CallContext.current().actor())) {
            throw new DomainException(
                    BillingProblem.RUN_NEEDS_OTHER, "You started this run, so somebody else has to approve it.");
        }
    }

    private static DomainException notWaiting() {
        return new DomainException(BillingProblem.RUN_NOT_WAITING, "The run does not wait for an approval.");
    }
}
