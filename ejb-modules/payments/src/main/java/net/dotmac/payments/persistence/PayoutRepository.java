package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.PayoutData;
import net.dotmac.payments.PayoutTotal;
import net.dotmac.payments.domain.Payout;

/** Finds and keeps payouts of the current tenant. */
@ApplicationScoped
public class PayoutRepository {

    private final EntityList<Payout> list = new EntityList<>(Payout.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("billingAccountId", "e.billingAccountId", UUID.class)
            .with("batchId", "e.batchId", UUID.class)
            .with("state", "e.state", String.class)
            .with("method", "e.method", String.class)
            .with("currency", "e.currency", String.class)
            .with("amountMinor", "e.amountMinor", Long.class)
            .with("endToEndId", "e.endToEndId", String.class)
            .with("paidOn", "e.paidOn", LocalDate.class)
            .with("requestedAt", "e.requestedAt", Instant.class);

    @PersistenceContext(unitName = "payments")
    private EntityManager em;

    @Inject
    private Database database;

    /**
     * Keeps the request unless its key came before. Who asks for the same at the same moment waits here for the first to
     * end.
     *
     * @return whether it is new
     */
    public boolean add(UUID id, PayoutData data, Instant now) {
        int rows = database.update(
                "insert into payments.payout (tenant_id, id, billing_account_id, amount_minor, currency, method, "
                        + "holder_name, iban, bic, remittance, reason, idempotency_key, state, requested_at, "
                        + "requested_by, end_to_end_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'requested', ?, ?, ?) "
                        + "on conflict (tenant_id, idempotency_key) do nothing",
                CallContext.current().tenantId(),
                id,
                data.billingAccountId(),
                data.amount().minor(),
                data.amount().currency(),
                data.method(),
                data.holderName(),
                data.iban(),
                data.bic(),
                data.remittance(),
                data.reason(),
                data.idempotencyKey(),
                now,
                CallContext.current().actor(),
                Payout.endToEndIdOf(id));
        return rows == 1;
    }

    /** The payout that came before under the same key. */
    public Optional<Payout> same(String idempotencyKey) {
        return em.createQuery("select e from Payout e where e.idempotencyKey = :key", Payout.class)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst();
    }

    public Optional<Payout> find(UUID id) {
        return TenantQuery.byId(em, Payout.class, id);
    }

    /** The payout, locked until the transaction ends. */
    public Optional<Payout> lock(UUID id) {
        return locked("e.id = :value", id).stream().findFirst();
    }

    public Page<Payout> find(Query query) {
        return list.find(em, query);
    }

    /** Approved ones that go to a bank account, oldest first, locked until the transaction ends. */
    public List<Payout> lockApproved(int atMost) {
        return em.createQuery(
                        "select e from Payout e where e.state = 'approved' and e.method = :method order by e.id",
                        Payout.class)
                .setParameter("method", Payout.BANK_TRANSFER)
                .setMaxResults(atMost)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The payouts of a file, whatever became of them since. */
    public List<Payout> of(UUID batchId) {
        return em.createQuery("select e from Payout e where e.batchId = :batch order by e.id", Payout.class)
                .setParameter("batch", batchId)
                .getResultList();
    }

    /** The payouts of a file, locked until the transaction ends. */
    public List<Payout> lockOf(UUID batchId) {
        return locked("e.batchId = :value", batchId);
    }

    /**
     * Payouts that the bank has or has paid and that these references name, locked until the transaction ends: by their own
     * ids, their group's or their file's.
     */
    public List<Payout> named(Collection<String> references) {
        return locked(
                "e.state in ('handedOver', 'paid') and (e.endToEndId in :value or e.batchId in (select b.id "
                        + "from PayoutBatch b where b.messageId in :value or concat(b.messageId, '1') in :value))",
                references);
    }

    private List<Payout> locked(String condition, Object value) {
        return em.createQuery("select e from Payout e where " + condition + " order by e.id", Payout.class)
                .setParameter("value", value)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Which of these documents are payouts or credit moved to another account, and no debts of a customer's. */
    public List<UUID> outgoing(Collection<UUID> documentIds) {
        return database.list(
                "select id from payments.payout where id = any(?) union all "
                        + "select id from payments.credit_transfer where id = any(?)",
                row -> row.getObject(1, UUID.class),
                documentIds.toArray(UUID[]::new),
                documentIds.toArray(UUID[]::new));
    }

    /** What is on its way, by state and currency. */
    public List<PayoutTotal> totals() {
        return database.list(
                "select state, currency, count(*), sum(amount_minor)::bigint from payments.payout "
                        + "where state in ('requested', 'approved', 'handedOver') group by 1, 2 order by 1 desc, 2",
                row -> new PayoutTotal(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    public void flush() {
        em.flush();
    }
}
