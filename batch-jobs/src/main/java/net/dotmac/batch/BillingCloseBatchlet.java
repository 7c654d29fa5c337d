package net.dotmac.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunService;
import net.dotmac.kernel.CallContext;

/** Ends a billing run once its slices are dealt with: compares its totals with the documents. */
@Named
@Dependent
public class BillingCloseBatchlet extends AbstractBatchlet {

    @Inject
    private BillingRunService runs;

    @Inject
    private BillingRunFigures figures;

    @Inject
    @BatchProperty
    private String tenantId;

    @Inject
    @BatchProperty
    private String runId;

    @Inject
    @BatchProperty
    private String actor;

    @Inject
    @BatchProperty
    private String correlationId;

    /** @return the run's state; {@code running} if another node still works on slices and will close it */
    @Override
    public String process() throws Exception {
        try (CallContext.Scope scope =
                JobCaller.context(tenantId, actor, correlationId).bind()) {
            BillingRunDetails run = runs.finish(UUID.fromString(runId));
            if (!run.state().equals("running")) {
                figures.ended(run);
            }
            return run.state();
        }
    }
}
