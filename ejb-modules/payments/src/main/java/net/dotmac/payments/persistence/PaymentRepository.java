package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.domain.Payment;

/** Finds and keeps payments of the current tenant. */
@ApplicationScoped
public class PaymentRepository {

    private final EntityList<Payment> list = new EntityList<>(Payment.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("billingAccountId", "e.billingAccountId", UUID.class)
            .with("processorId", "e.processorId", String.class)
            .with("method", "e.method", String.class)
            .with("currency", "e.currency", String.class)
            .with("amountMinor", "e.amountMinor", Long.class)
            .with("state", "e.state", String.class)
            .with("receivedOn", "e.receivedOn", LocalDate.class)
            .with("recordedAt", "e.recordedAt", Instant.class);

    @PersistenceContext(unitName = "payments")
    private EntityManager em;

    @Inject
    private Database database;

    /**
     * Keeps the payment unless its processor's id or its key came before. Who tells the same at the same moment waits here
     * for the first to end.
     *
     * @return whether it is new
     */
    public boolean add(UUID id, PaymentData data, Instant now) {
        int rows = database.update(
                "insert into payments.payment (tenant_id, id, billing_account_id, amount_minor, currency, method, "
                        + "processor_id, idempotency_key, reference, received_on, state, recorded_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'recorded', ?) on conflict do nothing",
                CallContext.current().tenantId(),
                id,
                data.billingAccountId(),
                data.amount().minor(),
                data.amount().currency(),
                data.method(),
                data.processorId(),
                data.idempotencyKey(),
                data.reference(),
                data.receivedOn(),
                now);
        return rows == 1;
    }

    /** The payment that came before under the same processor's id or key. */
    public Optional<Payment> same(String processorId, String idempotencyKey) {
        return em.createQuery(
                        "select e from Payment e where e.processorId = :processor or e.idempotencyKey = :key order by e.id",
                        Payment.class)
                .setParameter("processor", processorId)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst();
    }

    public Optional<Payment> find(UUID id) {
        return TenantQuery.byId(em, Payment.class, id);
    }

    /** The payment, locked until the transaction ends. */
    public Optional<Payment> lock(UUID id) {
        return em.createQuery("select e from Payment e where e.id = :id", Payment.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public Page<Payment> find(Query query) {
        return list.find(em, query);
    }

    public void flush() {
        em.flush();
    }
}
