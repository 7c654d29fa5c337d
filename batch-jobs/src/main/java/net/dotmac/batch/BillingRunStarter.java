package net.dotmac.batch;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Properties;
import net.dotmac.kernel.CallContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the job of a run after the run is committed: a worker that came earlier would find no slice and end the run. */
@ApplicationScoped
class BillingRunStarter {

    private static final String JOB = "billing-run";

    @Inject
    @ConfigProperty(name = "dotmac.billing.workers", defaultValue = "2")
    private int workers;

    void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) BillingRunReady ready) {
        CallContext caller = ready.caller();
        Properties parameters = new Properties();
        parameters.setProperty("tenantId", caller.tenantId().toString());
        parameters.setProperty("runId", ready.runId().toString());
        parameters.setProperty("actor", caller.actor());
        parameters.setProperty("correlationId", caller.correlationId());
        parameters.setProperty("workers", Integer.toString(Math.max(1, workers)));
        parameters.setProperty("jberet.local-tx", "true");
        BatchRuntime.getJobOperator().start(JOB, parameters);
    }
}
