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
import net.dotmac.payments.PayoutBatchDetails.Total;
import net.dotmac.payments.domain.PayoutBatch;

/** Finds and keeps files of payouts of the current tenant. */
@ApplicationScoped
public class PayoutBatchRepository {

    private final EntityList<PayoutBatch> list = new EntityList<>(PayoutBatch.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("messageId", "e.messageId", String.class)
            .with("executeOn", "e.executeOn", LocalDate.class)
            .with("state", "e.state", String.class)
            .with("createdAt", "e.createdAt", Instant.class);

    @PersistenceContext(unitName = "payments")
    private EntityManager em;

    @Inject
    private Database database;

    public void add(PayoutBatch batch) {
        em.persist(batch);
        em.flush();
    }

    public Optional<PayoutBatch> find(UUID id) {
        return TenantQuery.byId(em, PayoutBatch.class, id);
    }

    public Optional<PayoutBatch> find(String messageId) {
        return em.createQuery("select e from PayoutBatch e where e.messageId = :id", PayoutBatch.class)
                .setParameter("id", messageId)
                .getResultStream()
                .findFirst();
    }

    /** The batch, locked until the transaction ends. */
    public Optional<PayoutBatch> lock(UUID id) {
        return em.createQuery("select e from PayoutBatch e where e.id = :id", PayoutBatch.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public Page<PayoutBatch> find(Query query) {
        return list.find(em, query);
    }

    /** How many payouts of these batches are in which state, and what they come to. */
    public Map<UUID, List<Total>> totals(Collection<UUID> batchIds) {
        Map<UUID, List<Total>> totals = new HashMap<>();
        database.list(
                        "select batch_id, state, count(*), sum(amount_minor)::bigint from payments.payout "
                                + "where batch_id = any(?) group by batch_id, state order by batch_id, state",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new Total(row.getString(2), row.getLong(3), row.getLong(4))),
                        (Object) batchIds.toArray(UUID[]::new))
                .forEach(each -> totals.computeIfAbsent(each.getKey(), id -> new ArrayList<>())
                        .add(each.getValue()));
        return totals;
    }

    public void flush() {
        em.flush();
    }
}
