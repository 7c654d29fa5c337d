package net.dotmac.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.Outbox;
import net.dotmac.payments.domain.BankTransaction;
import net.dotmac.payments.persistence.BankMatchRepository;

/** Tells what was decided on movements: as events, and for the audit trail what a person decided. */
@ApplicationScoped
class BankRecords {

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /** Movements became payments, or took payments back. */
    void matched(List<BankTransaction> movements, List<BankMatchRepository.Row> rows) {
        Map<UUID, List<BankMatchRepository.Row>> byMovement =
                rows.stream().collect(Collectors.groupingBy(BankMatchRepository.Row::transactionId));
        outbox.recordAll(
                "payments.transactions.matched.v1",
                movements.stream()
                        .map(movement -> new Outbox.Fact(
                                movement.id().toString(),
                                Map.of(
                                        "transactionId", movement.id().toString(),
                                        "amountMinor", movement.amount().minor(),
                                        "currency", movement.amount().currency(),
                                        "payments",
                                                byMovement.getOrDefault(movement.id(), List.of()).stream()
                                                        .filter(row ->
                                                                row.match().paymentId() != null)
                                                        .map(BankRecords::payment)
                                                        .toList())))
                        .toList());
    }

    private static Map<String, Object> payment(BankMatchRepository.Row row) {
        return Map.of(
                "paymentId", row.match().paymentId().toString(),
                "billingAccountId", row.match().billingAccountId().toString(),
                "amountMinor", row.match().amountMinor());
    }

    /** A person decided something else than what it became. */
    void decided(BankTransaction movement, String what) {
        outbox.record(
                "payments.transactions." + what + ".v1",
                movement.id().toString(),
                Map.of("transactionId", movement.id().toString()));
    }

    void audited(BankTransaction movement, String what, String detail) {
        audit.record(
                "bankTransaction." + what,
                "bankTransaction",
                movement.id(),
                Map.of("amount", movement.amount().toString(), "detail", detail));
    }
}
