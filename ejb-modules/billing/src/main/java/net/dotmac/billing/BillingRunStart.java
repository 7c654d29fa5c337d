package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.persistence.BillingRunRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.Ids;

/** Makes a run with its slices. */
@ApplicationScoped
public class BillingRunStart {

    @Inject
    private BillingRunRepository repository;

    @Inject
    private Clock systemClock;

    @Inject
    private AuditTrail audit;

    /** @return the run's id */
    UUID make(BillingRunRequest request) {
        UUID id = Ids.next();
        repository.add(id, request, systemClock.instant());
        int accounts = repository.addSlices(id, request, BillingRunService.SLICE_SIZE);
        audit.record(
                "billingRun.started",
                "billingRun",
                id,
                Map.of(
                        "date",
                        request.date().toString(),
                        "mode",
                        request.isPreview() ? "preview" : "issue",
                        "accounts",
                        accounts));
        return id;
    }
}
