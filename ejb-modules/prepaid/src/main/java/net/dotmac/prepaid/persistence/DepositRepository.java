package net.dotmac.prepaid.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.prepaid.DepositMovement;
import net.dotmac.prepaid.DepositTotal;
import net.dotmac.prepaid.domain.Deposit;

/** Finds and keeps deposits and what moved in them. */
@ApplicationScoped
public class DepositRepository {

    private final EntityList<Deposit> list = new EntityList<>(Deposit.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("billingAccountId", "e.billingAccountId", UUID.class)
            .with("customerId", "e.customerId", UUID.class)
            .with("state", "e.state", String.class)
            .with("currency", "e.currency", String.class)
            .with("askedMinor", "e.askedMinor", Long.class)
            .with("receivedMinor", "e.receivedMinor", Long.class)
            .with("askedOn", "e.askedOn", LocalDate.class);

    @PersistenceContext(unitName = "prepaid")
    private EntityManager em;

    @Inject
    private Database database;

    public Page<Deposit> find(Query query) {
        return list.find(em, query);
    }

    public Optional<Deposit> find(UUID id) {
        return TenantQuery.byId(em, Deposit.class, id);
    }

    /** The deposit, locked until the transaction ends. */
    public Optional<Deposit> lock(UUID id) {
        return em.createQuery("select e from Deposit e where e.id = :id", Deposit.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public void add(Deposit deposit) {
        em.persist(deposit);
        em.flush();
    }

    public List<DepositTotal> totals() {
        return database.list(
                "select currency, count(*), coalesce(sum(asked_minor - received_minor) "
                        + "filter (where state in ('asked', 'partlyReceived')), 0)::bigint, "
                        + "sum(received_minor - returned_minor)::bigint from prepaid.deposit "
                        + "where state in ('asked', 'partlyReceived', 'held') group by currency order by currency",
                row -> new DepositTotal(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /** Keeps what moved; the deposit is written first, for the movement names it. */
    public void addMovement(UUID depositId, DepositMovement movement) {
        em.flush();
        database.update(
                "insert into prepaid.deposit_movement (tenant_id, id, deposit_id, kind, amount_minor, document_id, note, "
                        + "moved_on, moved_at, actor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                CallContext.current().tenantId(),
                movement.id(),
                depositId,
                movement.kind(),
                movement.amountMinor(),
                movement.documentId(),
                movement.note(),
                movement.day(),
                movement.at(),
                movement.actor());
    }

    /** What moved in a deposit, oldest first, at most 1,000. */
    public List<DepositMovement> movements(UUID depositId) {
        return database.list(
                "select id, kind, amount_minor, document_id, note, moved_on, moved_at, actor "
                        + "from prepaid.deposit_movement where deposit_id = ? order by id limit 1000",
                DepositRepository::movement,
                depositId);
    }

    private static DepositMovement movement(ResultSet row) throws SQLException {
        return new DepositMovement(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getLong("amount_minor"),
                row.getObject("document_id", UUID.class),
                row.getString("note"),
                row.getObject("moved_on", LocalDate.class),
                Database.instant(row, "moved_at"),
                row.getString("actor"));
    }
}
