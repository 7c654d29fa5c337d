package net.dotmac.prepaid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.prepaid.domain.Deposit;
import net.dotmac.prepaid.persistence.DepositRepository;

/** Tells what happens to a deposit: among its movements, as an event, and in the audit trail. */
@ApplicationScoped
class DepositLog {

    @Inject
    private DepositRepository repository;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /** @param happened asked, received, released or cancelled */
    void tell(String happened, Deposit deposit, Map<String, ?> more) {
        audit.record("deposit." + happened, "deposit", deposit.id(), more);
        DepositDetails now = deposit.details();
        Map<String, Object> data = new HashMap<>(more);
        data.put("depositId", now.id().toString());
        data.put("billingAccountId", now.billingAccountId().toString());
        data.put("customerId", now.customerId().toString());
        data.put("currency", now.currency());
        data.put("askedMinor", now.askedMinor());
        data.put("heldMinor", now.heldMinor());
        outbox.record(
                "prepaid.deposits." + happened + ".v1", now.billingAccountId().toString(), data);
    }

    void moved(Deposit deposit, String kind, Money amount, UUID documentId, String note) {
        repository.addMovement(
                deposit.id(),
                new DepositMovement(
                        Ids.next(),
                        kind,
                        amount.minor(),
                        documentId,
                        note,
                        clock.today(),
                        clock.now(),
                        CallContext.current().actor()));
        boolean isIn = kind.equals("received") || kind.equals("allotted");
        tell(isIn ? "received" : "released", deposit, Map.of("kind", kind, "amountMinor", amount.minor()));
    }
}
