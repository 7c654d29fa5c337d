package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.Outbox;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.DirectDebitBatch;

/** Tells what becomes of direct debits: each to its customer, and what persons did to batches to the audit trail. */
@ApplicationScoped
class DebitRecords {

    @Inject
    private DebitFinder finder;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Debits have come to a state.
     *
     * @param what in the past tense, such as {@code announced}
     */
    void debits(String what, List<DirectDebit> debits) {
        if (debits.isEmpty()) {
            return;
        }
        Set<UUID> accounts = new HashSet<>();
        debits.forEach(each -> accounts.add(each.billingAccountId()));
        Map<UUID, UUID> customers = finder.customers(accounts);
        outbox.recordAll(
                "payments.debits." + what + ".v1",
                debits.stream()
                        .map(each -> new Outbox.Fact(
                                each.billingAccountId().toString(), data(each, customers.get(each.billingAccountId()))))
                        .toList());
    }

    private static Map<String, Object> data(DirectDebit debit, UUID customerId) {
        DirectDebitDetails details = debit.details(0);
        Map<String, Object> data = new HashMap<>();
        data.put("debitId", details.id().toString());
        data.put("batchId", details.batchId().toString());
        data.put("billingAccountId", details.billingAccountId().toString());
        if (customerId != null) {
            data.put("customerId", customerId.toString());
        }
        data.put("invoiceId", details.invoiceId().toString());
        data.put("number", details.invoiceNumber());
        data.put("mandateReference", details.mandateReference());
        data.put("amountMinor", details.amountMinor());
        data.put("currency", "EUR");
        data.put("collectOn", details.collectOn().toString());
        data.put("state", details.state());
        if (details.reasonCode() != null) {
            data.put("reasonCode", details.reasonCode());
        }
        return data;
    }

    /** A person did something to a batch, and why or how much. */
    void batch(String what, DirectDebitBatch batch, String detail) {
        audit.record(
                "directDebitBatch." + what,
                "directDebitBatch",
                batch.id(),
                Map.of("collectOn", batch.collectOn().toString(), "detail", detail));
        outbox.record(
                "payments.debitBatches." + what + ".v1",
                batch.id().toString(),
                Map.of(
                        "batchId",
                        batch.id().toString(),
                        "collectOn",
                        batch.collectOn().toString()));
    }

    void audited(String what, DirectDebit debit, String detail) {
        audit.record(
                "directDebit." + what,
                "directDebit",
                debit.id(),
                Map.of("number", debit.invoiceNumber(), "detail", detail));
    }
}
