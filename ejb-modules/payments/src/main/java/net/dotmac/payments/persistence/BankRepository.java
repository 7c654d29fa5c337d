package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
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
import net.dotmac.payments.BankTotal;
import net.dotmac.payments.domain.BankStatement;
import net.dotmac.payments.domain.BankTransaction;

/** Finds statements and movements of the current tenant. */
@ApplicationScoped
public class BankRepository {

    private final EntityList<BankStatement> statements = new EntityList<>(BankStatement.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("account", "e.account", String.class)
            .with("statementRef", "e.statementRef", String.class)
            .with("format", "e.format", String.class)
            .with("currency", "e.currency", String.class)
            .with("fromOn", "e.fromOn", LocalDate.class)
            .with("toOn", "e.toOn", LocalDate.class)
            .with("importedAt", "e.importedAt", Instant.class);

    private final EntityList<BankTransaction> transactions = new EntityList<>(BankTransaction.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("statementId", "e.statementId", UUID.class)
            .with("line", "e.line", Integer.class)
            .with("account", "e.account", String.class)
            .with("state", "e.state", String.class)
            .with("bookedOn", "e.bookedOn", LocalDate.class)
            .with("amountMinor", "e.amountMinor", Long.class)
            .with("currency", "e.currency", String.class)
            .with("name", "e.name", String.class)
            .with("iban", "e.iban", String.class)
            .with("remittance", "e.remittance", String.class)
            .with("endToEndId", "e.endToEndId", String.class);

    @PersistenceContext(unitName = "payments")
    private EntityManager em;

    @Inject
    private Database database;

    public Optional<BankStatement> statement(UUID id) {
        return TenantQuery.byId(em, BankStatement.class, id);
    }

    public Page<BankStatement> statements(Query query) {
        return statements.find(em, query);
    }

    /** The statement that was kept before under the bank's id. */
    public Optional<BankStatement> same(BankStatement other) {
        return em.createQuery(
                        "select e from BankStatement e where e.account = :account and e.statementRef = :ref",
                        BankStatement.class)
                .setParameter("account", other.account())
                .setParameter("ref", other.statementRef())
                .getResultStream()
                .findFirst();
    }

    /** How many movements of these statements posting has not looked at yet. */
    public Map<UUID, Integer> waiting(Collection<UUID> statementIds) {
        Map<UUID, Integer> waiting = new HashMap<>();
        database.list(
                        "select statement_id, count(*)::integer from payments.bank_transaction "
                                + "where statement_id = any(?) and state = 'new' group by statement_id",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)),
                        (Object) statementIds.toArray(UUID[]::new))
                .forEach(each -> waiting.put(each.getKey(), each.getValue()));
        return waiting;
    }

    public Optional<BankTransaction> transaction(UUID id) {
        return TenantQuery.byId(em, BankTransaction.class, id);
    }

    /** The movement, locked until the transaction ends. */
    public Optional<BankTransaction> lock(UUID id) {
        return em.createQuery("select e from BankTransaction e where e.id = :id", BankTransaction.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public Page<BankTransaction> transactions(Query query) {
        return transactions.find(em, query);
    }

    public List<BankTransaction> transactions(Collection<UUID> ids) {
        return em.createQuery("select e from BankTransaction e where e.id in :ids order by e.id", BankTransaction.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Some movements that wait for posting, which nobody else has taken, locked until the transaction ends. */
    public List<BankTransaction> claim(int atMost) {
        List<UUID> ids = database.list(
                "select id from payments.bank_transaction where state = 'new' order by booked_on, id limit ? "
                        + "for update skip locked",
                row -> row.getObject(1, UUID.class),
                atMost);
        return ids.isEmpty() ? List.of() : transactions(ids);
    }

    /** What waits for a decision, by state and currency. */
    public List<BankTotal> totals() {
        return database.list(
                "select state, currency, count(*), coalesce(sum(amount_minor) filter (where amount_minor > 0), 0)::bigint, "
                        + "coalesce(sum(amount_minor) filter (where amount_minor < 0), 0)::bigint "
                        + "from payments.bank_transaction where state = any(?) group by state, currency order by 1, 2",
                row -> new BankTotal(
                        row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                (Object) new String[] {BankTransaction.NEW, BankTransaction.OPEN, BankTransaction.PARKED});
    }

    public void flush() {
        em.flush();
    }
}
