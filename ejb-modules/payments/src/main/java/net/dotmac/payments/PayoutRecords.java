package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.Outbox;
import net.dotmac.payments.domain.Payout;
import net.dotmac.payments.domain.PayoutBatch;

/** Tells what becomes of payouts: each to its customer, and all of it to the audit trail, for money leaves by them. */
@ApplicationScoped
class PayoutRecords {

    @Inject
    private DebitFinder finder;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Payouts have come to a state.
     *
     * @param what in the past tense, such as {@code approved}
     */
    void payouts(String what, List<Payout> payouts) {
        if (payouts.isEmpty()) {
            return;
        }
        Map<UUID, UUID> customers =
                finder.customers(payouts.stream().map(Payout::billingAccountId).collect(Collectors.toSet()));
        outbox.recordAll(
                "payments.payouts." + what + ".v1",
                payouts.stream()
                        .map(each -> new Outbox.Fact(
                                each.billingAccountId().toString(), data(each, customers.get(each.billingAccountId()))))
                        .toList());
        payouts.forEach(each -> audit.record("payout." + what, "payout", each.id(), detail(each)));
    }

    private static Map<String, Object> detail(Payout payout) {
        PayoutDetails details = payout.details(0);
        Map<String, Object> detail = new HashMap<>();
        detail.put("amount", payout.amount().toString());
        detail.put("reason", details.note() == null ? details.reason() : details.note());
        if (details.iban() != null) {
            detail.put("iban", details.iban());
        }
        return detail;
    }

    private static Map<String, Object> data(Payout payout, UUID customerId) {
        PayoutDetails details = payout.details(0);
        Map<String, Object> data = new HashMap<>();
        data.put("payoutId", details.id().toString());
        data.put("billingAccountId", details.billingAccountId().toString());
        if (customerId != null) {
            data.put("customerId", customerId.toString());
        }
        data.put("amountMinor", details.amountMinor());
        data.put("currency", details.currency());
        data.put("method", details.method());
        data.put("state", details.state());
        if (details.reasonCode() != null) {
            data.put("reasonCode", details.reasonCode());
        }
        return data;
    }

    /** A person did something to a batch, and why or how much. */
    void batch(String what, PayoutBatch batch, String detail) {
        audit.record(
                "payoutBatch." + what,
                "payoutBatch",
                batch.id(),
                Map.of("executeOn", batch.executeOn().toString(), "detail", detail));
        outbox.record(
                "payments.payoutBatches." + what + ".v1",
                batch.id().toString(),
                Map.of(
                        "batchId",
                        batch.id().toString(),
                        "executeOn",
                        batch.executeOn().toString()));
    }
}
