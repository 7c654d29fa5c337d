package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.PaymentIntentData;
import net.dotmac.payments.domain.PaymentIntent;

/** Finds and keeps what customers of the current tenant are to pay by card. */
@ApplicationScoped
public class PaymentIntentRepository {

    private final EntityList<PaymentIntent> list = new EntityList<>(PaymentIntent.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("billingAccountId", "e.billingAccountId", UUID.class)
            .with("state", "e.state", String.class)
            .with("amountMinor", "e.amountMinor", Long.class)
            .with("createdAt", "e.createdAt", Instant.class);

    @PersistenceContext(unitName = "payments")
    private EntityManager em;

    @Inject
    private Database database;

    /**
     * Keeps the intent unless its key came before. Who tells the same at the same moment waits here for the first to end.
     *
     * @return whether it is new
     */
    public boolean add(UUID id, PaymentIntentData data, Instant now) {
        int rows = database.update(
                "insert into payments.payment_intent (tenant_id, id, billing_account_id, invoice_id, amount_minor, currency, "
                        + "description, idempotency_key, state, next_at, created_at, created_by) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, 'new', ?, ?, ?) "
                        + "on conflict (tenant_id, idempotency_key) do nothing",
                CallContext.current().tenantId(),
                id,
                data.billingAccountId(),
                data.invoiceId(),
                data.amount().minor(),
                data.amount().currency(),
                data.description(),
                data.idempotencyKey(),
                now,
                now,
                CallContext.current().actor());
        return rows == 1;
    }

    /** The intent that came before under the same key. */
    public Optional<PaymentIntent> same(String idempotencyKey) {
        return em.createQuery("select e from PaymentIntent e where e.idempotencyKey = :key", PaymentIntent.class)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst();
    }

    public Optional<PaymentIntent> find(UUID id) {
        return TenantQuery.byId(em, PaymentIntent.class, id);
    }

    /** The intent, locked until the transaction ends. */
    public Optional<PaymentIntent> lock(UUID id) {
        return em.createQuery("select e from PaymentIntent e where e.id = :id", PaymentIntent.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Ids of intents that are to be asked for now and that nobody else has taken, locked until the transaction ends. */
    public List<UUID> due(Instant now, int atMost) {
        return database.list(
                "select id from payments.payment_intent where state in ('new', 'open') and next_at <= ? "
                        + "order by next_at limit ? for update skip locked",
                row -> row.getObject(1, UUID.class),
                now,
                atMost);
    }

    public Page<PaymentIntent> find(Query query) {
        return list.find(em, query);
    }

    public void flush() {
        em.flush();
    }
}
