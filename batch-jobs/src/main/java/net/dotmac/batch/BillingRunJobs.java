package net.dotmac.batch;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.BillingRunService;
import net.dotmac.billing.RunApprovalService;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;

/**
 * Starts billing runs: the run and its slices first, and once they are committed the job that works them off. A server that
 * dies in between leaves a run without a job, which is taken over like any other that nobody works on.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class BillingRunJobs {

    @Inject
    private BillingRunService runs;

    @Inject
    private RunApprovalService approvals;

    @Inject
    private Event<BillingRunReady> ready;

    /**
     * Starts a run and returns at once; {@link BillingRunService#get} tells how far it is.
     *
     * @throws net.dotmac.kernel.DomainException as {@link BillingRunService#start}
     */
    @Requires("billingRun.start")
    public BillingRunDetails start(BillingRunRequest request) {
        BillingRunDetails run = runs.start(request);
        ready.fire(BillingRunReady.of(run.id()));
        return run;
    }

    /** Starts a run for the open exceptions of another one. */
    @Requires("billingRun.start")
    public BillingRunDetails retry(UUID runId) {
        BillingRunDetails run = runs.retry(runId);
        ready.fire(BillingRunReady.of(run.id()));
        return run;
    }

    /**
     * Approves a run that waits for it, and starts the one that issues what it showed.
     *
     * @throws net.dotmac.kernel.DomainException as {@link RunApprovalService#approve}
     */
    @Requires("billingRun.approve")
    public BillingRunDetails approve(UUID runId) {
        BillingRunDetails run = approvals.approve(runId);
        ready.fire(BillingRunReady.of(run.id()));
        return run;
    }

    /** Starts a new job for each run of the tenant that nobody has worked on for a while. */
    @Requires("billingRun.start")
    public List<UUID> recover(Duration silence) {
        List<UUID> abandoned = runs.takeOver(silence);
        abandoned.forEach(id -> ready.fire(BillingRunReady.of(id)));
        return abandoned;
    }
}
