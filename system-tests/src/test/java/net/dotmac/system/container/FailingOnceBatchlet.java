package net.dotmac.system.container;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Fails in the first execution of a job and succeeds in the next. */
@Named
@Dependent
public class FailingOnceBatchlet extends AbstractBatchlet {

    private static final Set<Long> FAILED = ConcurrentHashMap.newKeySet();

    @Inject
    private JobContext job;

    @Override
    public String process() {
        if (FAILED.add(job.getInstanceId())) {
            throw new IllegalStateException("fails the first time, as the test wants it");
        }
        return "DONE";
    }
}
