package net.dotmac.batch;

import java.util.UUID;
import net.dotmac.kernel.CallContext;

/** On whose behalf a job works: told by the job's parameters, which only the application itself sets. */
final class JobCaller {

    private JobCaller() {}

    /** The application's own context, that still names who started the run and ties the traces together. */
    static CallContext context(String tenantId, String actor, String correlationId) {
        return new CallContext(UUID.fromString(tenantId), actor, CallContext.ALL_PERMISSIONS, correlationId);
    }
}
