package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.Outbox;
import net.dotmac.payments.domain.Mandate;

/** Tells what becomes of mandates, to subscribers and the audit trail; the account itself stays out of both. */
@ApplicationScoped
class MandateRecords {

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /** @param what in the past tense, such as {@code suspended} */
    void changed(Mandate mandate, String what, UUID customerId) {
        MandateDetails details = mandate.details();
        String reason = details.stateReason() == null ? "" : details.stateReason();
        audit.record(
                "mandate." + what,
                "mandate",
                mandate.id(),
                Map.of("reference", details.reference(), "state", details.state(), "reason", reason));
        outbox.record(
                "payments.mandates." + what + ".v1",
                details.billingAccountId().toString(),
                Map.of(
                        "mandateId", mandate.id().toString(),
                        "billingAccountId", details.billingAccountId().toString(),
                        "customerId", customerId.toString(),
                        "reference", details.reference(),
                        "state", details.state(),
                        "reason", reason));
    }
}
