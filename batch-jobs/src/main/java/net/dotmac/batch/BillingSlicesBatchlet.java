package net.dotmac.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.dotmac.billing.BillingRunService;
import net.dotmac.billing.SliceFailedException;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Failpoint;
import net.dotmac.kernel.persistence.DatabaseException;
import org.jboss.logging.Logger;

/**
 * One worker of a billing run: bills slice after slice until none is left to claim. If the database is away it waits for it;
 * if it stays away the job fails, and the run is taken over later.
 */
@Named
@Dependent
public class BillingSlicesBatchlet extends AbstractBatchlet {

    private static final Logger LOG = Logger.getLogger(BillingSlicesBatchlet.class);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int WAITS_AT_MOST = 150;

    @Inject
    private BillingRunService runs;

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

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public String process() throws Exception {
        UUID run = UUID.fromString(runId);
        try (CallContext.Scope scope =
                JobCaller.context(tenantId, actor, correlationId).bind()) {
            int waits = 0;
            while (stopped.getCount() > 0) {
                try {
                    runs.beat(run);
                    if (!billSlice(run)) {
                        return "DONE";
                    }
                    waits = 0;
                } catch (DatabaseException | EJBException e) {
                    if (++waits > WAITS_AT_MOST) {
                        throw e;
                    }
                    LOG.warnf("Billing run %s waits for the database: %s", runId, e.getMessage());
                    if (stopped.await(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                        break;
                    }
                }
            }
        }
        return "STOPPED";
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    /** @return false if no slice was left to claim */
    private boolean billSlice(UUID run) {
        try {
            boolean isBilled = runs.processNextSlice(run);
            Failpoint.hit("billing.slice.committed");
            return isBilled;
        } catch (SliceFailedException e) {
            LOG.errorf(e, "Slice %d of billing run %s failed and is tried again", e.slice(), run);
            runs.noteFailure(run, e.slice(), e.getMessage());
            return true;
        }
    }
}
