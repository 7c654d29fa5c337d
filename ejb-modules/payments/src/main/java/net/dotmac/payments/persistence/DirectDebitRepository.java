package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.DirectDebitBatchDetails.Total;
import net.dotmac.payments.domain.DebitPlanner.PastDebit;
import net.dotmac.payments.domain.DirectDebit;
import net.dotmac.payments.domain.DirectDebitBatch;

/** Finds and keeps direct debits and their batches of the current tenant. */
@ApplicationScoped
public class DirectDebitRepository {

    private final EntityList<DirectDebitBatch> batches = new EntityList<>(DirectDebitBatch.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("messageId", "e.messageId", String.class)
            .with("collectOn", "e.collectOn", LocalDate.class)
            .with("state", "e.state", String.class)
            .with("createdAt", "e.createdAt", Instant.class);

    private final EntityList<DirectDebit> debits = new EntityList<>(DirectDebit.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("batchId", "e.batchId", UUID.class)
            .with("billingAccountId", "e.billingAccountId", UUID.class)
            .with("mandateId", "e.mandateId", UUID.class)
            .with("invoiceId", "e.invoiceId", UUID.class)
            .with("endToEndId", "e.endToEndId", String.class)
            .with("state", "e.state", String.class)
            .with("reasonCode", "e.reasonCode", String.class)
            .with("amountMinor", "e.amountMinor", Long.class)
            .with("collectOn", "e.collectOn", LocalDate.class);

    @PersistenceContext(unitName = "payments")
    private EntityManager em;

    @Inject
    private Database database;

    /** Whoever makes a batch at the same moment waits here for the first to end, and sees what it collects. */
    public void lockPlanning() {
        database.first(
                "select pg_advisory_xact_lock(hashtextextended('payments.direct_debit ' "
                        + "|| current_setting('app.tenant_id'), 0))",
                row -> 1);
    }

    public void add(DirectDebitBatch batch, List<DirectDebit> all) {
        em.persist(batch);
        all.forEach(em::persist);
        em.flush();
    }

    public Optional<DirectDebitBatch> batch(UUID id) {
        return TenantQuery.byId(em, DirectDebitBatch.class, id);
    }

    /** The batch, locked until the transaction ends. */
    public Optional<DirectDebitBatch> lockBatch(UUID id) {
        return em.createQuery("select e from DirectDebitBatch e where e.id = :id", DirectDebitBatch.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public Optional<DirectDebitBatch> batch(String messageId) {
        return em.createQuery("select e from DirectDebitBatch e where e.messageId = :id", DirectDebitBatch.class)
                .setParameter("id", messageId)
                .getResultStream()
                .findFirst();
    }

    public Page<DirectDebitBatch> batches(Query query) {
        return batches.find(em, query);
    }

    public Optional<DirectDebit> debit(UUID id) {
        return TenantQuery.byId(em, DirectDebit.class, id);
    }

    /** The debit, locked until the transaction ends. */
    public Optional<DirectDebit> lockDebit(UUID id) {
        return locked("e.id = :value", id).stream().findFirst();
    }

    public Page<DirectDebit> debits(Query query) {
        return debits.find(em, query);
    }

    /** The debits of a batch in a state, in the order of their ids. */
    public List<DirectDebit> of(UUID batchId, String state) {
        return em.createQuery(
                        "select e from DirectDebit e where e.batchId = :batch and e.state = :state order by e.id",
                        DirectDebit.class)
                .setParameter("batch", batchId)
                .setParameter("state", state)
                .getResultList();
    }

    /** The debits of a file, whatever became of them since. */
    public List<DirectDebit> handedOver(UUID batchId) {
        return em.createQuery(
                        "select e from DirectDebit e where e.batchId = :batch and e.state <> 'dropped' order by e.id",
                        DirectDebit.class)
                .setParameter("batch", batchId)
                .getResultList();
    }

    /**
     * Debits whose outcome is not known and that these references name, locked until the transaction ends: their own
     * ids, those of their groups, or those of their files.
     */
    public List<DirectDebit> named(Collection<String> references) {
        return em.createQuery(
                        "select e from DirectDebit e where e.state = 'handedOver' and (e.endToEndId in :refs "
                                + "or e.paymentInformationId in :refs or e.batchId in "
                                + "(select b.id from DirectDebitBatch b where b.messageId in :refs)) order by e.id",
                        DirectDebit.class)
                .setParameter("refs", references)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The debits that these payments are, locked until the transaction ends. */
    public List<DirectDebit> ofPayments(Collection<UUID> paymentIds) {
        return locked("e.paymentId in :value", paymentIds);
    }

    /** The debits of a batch whose outcome is not known, locked until the transaction ends. */
    public List<DirectDebit> lockWaiting(UUID batchId) {
        return locked("e.state = 'handedOver' and e.batchId = :value", batchId);
    }

    /** The batches whose debits of open outcome come to just this, in cents. */
    public List<UUID> stillToBring(long sumMinor) {
        return database.list(
                "select batch_id from payments.direct_debit where state = 'handedOver' group by batch_id "
                        + "having sum(amount_minor) = ? order by min(collect_on), batch_id",
                row -> row.getObject(1, UUID.class),
                sumMinor);
    }

    private List<DirectDebit> locked(String condition, Object value) {
        return em.createQuery("select e from DirectDebit e where " + condition + " order by e.id", DirectDebit.class)
                .setParameter("value", value)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** How many debits of these batches are in which state, and what they come to. */
    public Map<UUID, List<Total>> totals(Collection<UUID> batchIds) {
        Map<UUID, List<Total>> totals = new HashMap<>();
        database.list(
                        "select batch_id, state, count(*), sum(amount_minor)::bigint from payments.direct_debit "
                                + "where batch_id = any(?) group by batch_id, state order by batch_id, state",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new Total(row.getString(2), row.getLong(3), row.getLong(4))),
                        (Object) batchIds.toArray(UUID[]::new))
                .forEach(each -> totals.computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                        .add(each.getValue()));
        return totals;
    }

    /** Earlier debits of these documents, but for those that were dropped. */
    public Map<UUID, List<PastDebit>> past(Collection<UUID> invoiceIds) {
        Map<UUID, List<PastDebit>> past = new HashMap<>();
        database.list(
                        "select invoice_id, mandate_id, iban, state in ('planned', 'handedOver'), "
                                + "state in ('rejected', 'returned'), reason_code from payments.direct_debit "
                                + "where invoice_id = any(?) and state <> 'dropped'",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new PastDebit(
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getBoolean(4),
                                        row.getBoolean(5),
                                        row.getString(6))),
                        (Object) invoiceIds.toArray(UUID[]::new))
                .forEach(each -> past.computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                        .add(each.getValue()));
        return past;
    }

    /** What is planned or on its way to the bank of these accounts, in cents; accounts without are left out. */
    public Map<UUID, Long> inFlight(Collection<UUID> billingAccountIds) {
        Map<UUID, Long> amounts = new HashMap<>();
        database.list(
                        "select billing_account_id, sum(amount_minor)::bigint from payments.direct_debit "
                                + "where billing_account_id = any(?) and state in ('planned', 'handedOver') "
                                + "group by billing_account_id",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        (Object) billingAccountIds.toArray(UUID[]::new))
                .forEach(each -> amounts.put(each.getKey(), each.getValue()));
        return amounts;
    }

    public void flush() {
        em.flush();
    }
}
