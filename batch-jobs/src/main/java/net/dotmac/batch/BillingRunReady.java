package net.dotmac.batch;

import java.util.UUID;
import net.dotmac.kernel.CallContext;

/** A run whose slices wait for a job, and on whose behalf it was started. */
record BillingRunReady(UUID runId, CallContext caller) {

    static BillingRunReady of(UUID runId) {
        return new BillingRunReady(runId, CallContext.current());
    }
}
