package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.CreditTransferData;
import net.dotmac.payments.domain.CreditTransfer;

/** Finds and keeps transfers of credit of the current tenant. */
@ApplicationScoped
public class CreditTransferRepository {

    private final EntityList<CreditTransfer> list = new EntityList<>(CreditTransfer.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("fromAccountId", "e.fromAccountId", UUID.class)
            .with("toAccountId", "e.toAccountId", UUID.class)
            .with("amountMinor", "e.amountMinor", Long.class)
            .with("movedOn", "e.movedOn", LocalDate.class);

    @PersistenceContext(unitName = "payments")
    private EntityManager em;

    @Inject
    private Database database;

    /**
     * Keeps the transfer unless its key came before. Who tells the same at the same moment waits here for the first to end.
     *
     * @return the id of what arrives, or empty if it isn't new
     */
    public Optional<UUID> add(UUID id, CreditTransferData data, LocalDate day, Instant now) {
        UUID creditId = Ids.next();
        int rows = database.update(
                "insert into payments.credit_transfer (tenant_id, id, credit_id, from_account_id, to_account_id, "
                        + "amount_minor, currency, reason, idempotency_key, moved_on, moved_at, moved_by) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        + "on conflict (tenant_id, idempotency_key) do nothing",
                CallContext.current().tenantId(),
                id,
                creditId,
                data.fromAccountId(),
                data.toAccountId(),
                data.amount().minor(),
                data.amount().currency(),
                data.reason(),
                data.idempotencyKey(),
                day,
                now,
                CallContext.current().actor());
        return rows == 1 ? Optional.of(creditId) : Optional.empty();
    }

    /** The transfer that came before under the same key. */
    public Optional<CreditTransfer> same(String idempotencyKey) {
        return em.createQuery("select e from CreditTransfer e where e.idempotencyKey = :key", CreditTransfer.class)
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst();
    }

    public Optional<CreditTransfer> find(UUID id) {
        return TenantQuery.byId(em, CreditTransfer.class, id);
    }

    public Page<CreditTransfer> find(Query query) {
        return list.find(em, query);
    }
}
