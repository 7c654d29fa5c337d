package net.dotmac.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.BillingRunService;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts billing runs: the run and its slices first, committed, then the job that works them off. A server that dies in
 * between leaves a run without a job, which is taken over like any other that nobody works on.
 */
@Stateless
@Interceptors(CallInterceptor.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BillingRunJobs {

    static final String JOB = "billing-run";

    @Inject
    private BillingRunService runs;

    @Inject
    @ConfigProperty(name = "dotmac.billing.workers", defaultValue = "2")
    private int workers;

    /**
     * Starts a run and returns at once; {@link BillingRunService#get} tells how far it is.
     *
     * @throws net.dotmac.kernel.DomainException as {@link BillingRunService#start}
     */
    @Requires("billingRun.start")
    public BillingRunDetails start(BillingRunRequest request) {
        BillingRunDetails run = runs.start(request);
        startJob(run.id());
        return run;
    }

    /** Starts a run for the open exceptions of another one. */
    @Requires("billingRun.start")
    public BillingRunDetails retry(UUID runId) {
        BillingRunDetails run = runs.retry(runId);
        startJob(run.id());
        return run;
    }

    /** Starts a new job for each run of the tenant that nobody has worked on for a while. */
    @Requires("billingRun.start")
    public List<UUID> recover(Duration silence) {
        List<UUID> abandoned = runs.takeOver(silence);
        abandoned.forEach(this::startJob);
        return abandoned;
    }

    private void startJob(UUID runId) {
        CallContext context = CallContext.current();
        Properties parameters = new Properties();
        parameters.setProperty("tenantId", context.tenantId().toString());
        parameters.setProperty("runId", runId.toString());
        parameters.setProperty("actor", context.actor());
        parameters.setProperty("correlationId", context.correlationId());
        parameters.setProperty("workers", Integer.toString(Math.max(1, workers)));
        parameters.setProperty("jberet.local-tx", "true");
        JobOperator operator = BatchRuntime.getJobOperator();
        operator.start(JOB, parameters);
    }
}
