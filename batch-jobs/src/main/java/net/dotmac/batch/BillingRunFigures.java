package net.dotmac.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import net.dotmac.billing.BillingRunDetails;

/** What the runs that this node ended have issued since it started. */
@ApplicationScoped
public class BillingRunFigures {

    private final LongAdder documents = new LongAdder();
    private final LongAdder exceptions = new LongAdder();
    private volatile long documentsPerSecond;

    /** Counts a run that has just ended; a preview issues nothing. */
    void ended(BillingRunDetails run) {
        if (run.mode().equals("preview") || run.finishedAt() == null) {
            return;
        }
        long issued = run.totals().stream()
                .mapToLong(BillingRunDetails.Total::documents)
                .sum();
        long millis =
                Math.max(1, Duration.between(run.startedAt(), run.finishedAt()).toMillis());
        documents.add(issued);
        exceptions.add(run.blocked());
        documentsPerSecond = issued * 1000 / millis;
    }

    public long documents() {
        return documents.sum();
    }

    /** Accounts that went to exception lists. */
    public long exceptions() {
        return exceptions.sum();
    }

    /** Of the run that ended last, from its start to its end; 0 if none has ended yet. */
    public long documentsPerSecond() {
        return documentsPerSecond;
    }
}
