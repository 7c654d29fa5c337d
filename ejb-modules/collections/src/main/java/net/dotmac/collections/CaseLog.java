package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.persistence.CaseRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;

/** Tells what happens to a case: in its history, as an event, and where a person did it in the audit trail. */
@ApplicationScoped
class CaseLog {

    @Inject
    private CaseRepository repository;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /** Keeps something in the case's history. */
    void note(DunningCase about, String kind, Long amountMinor, String note) {
        add(about, kind, null, amountMinor, note);
    }

    /** Keeps a step; the database refuses one that was taken before, and a second on one day. */
    void step(DunningCase about, int number, String actions) {
        add(about, "stepped", number, about.dunnedMinor(), actions);
    }

    private void add(DunningCase about, String kind, Integer step, Long amountMinor, String note) {
        repository.flush();
        repository.addEntry(
                about.id(),
                new CaseEntry(
                        Ids.next(),
                        kind,
                        step,
                        clock.today(),
                        clock.now(),
                        CallContext.current().actor(),
                        amountMinor,
                        note));
    }

    /** Keeps what a person did, with its audit entry. */
    void decided(DunningCase about, String kind, Long amountMinor, String note) {
        note(about, kind, amountMinor, note);
        Map<String, Object> detail = new HashMap<>();
        detail.put("billingAccountId", about.billingAccountId().toString());
        detail.put("amountMinor", amountMinor);
        detail.put("note", note);
        audit.record("collectionCase." + kind, "collectionCase", about.id(), detail);
    }

    /** @param type such as {@code collections.cases.opened.v1} */
    void tell(String type, DunningCase about, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("caseId", about.id().toString());
        data.put("billingAccountId", about.billingAccountId().toString());
        data.put("customerId", about.customerId().toString());
        data.put("step", about.step());
        data.put("dunnedMinor", about.dunnedMinor());
        data.put("currency", about.currency());
        outbox.record(type, about.billingAccountId().toString(), data);
    }
}
