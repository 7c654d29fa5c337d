package net.dotmac.collections.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.collections.CaseEntry;
import net.dotmac.collections.CaseTotal;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Finds and keeps cases and their histories. */
@ApplicationScoped
public class CaseRepository {

    private final EntityList<DunningCase> list = new EntityList<>(DunningCase.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("billingAccountId", "e.billingAccountId", UUID.class)
            .with("customerId", "e.customerId", UUID.class)
            .with("customerClass", "e.customerClass", String.class)
            .with("state", "e.state", String.class)
            .with("step", "e.step", Integer.class)
            .with("access", "e.access", String.class)
            .with("shield", "e.shield", String.class)
            .with("forTermination", "e.forTermination", Boolean.class)
            .with("currency", "e.currency", String.class)
            .with("openedOn", "e.openedOn", LocalDate.class)
            .with("nextOn", "e.nextOn", LocalDate.class)
            .with("dunnedMinor", "e.dunnedMinor", Long.class)
            .with("overdueMinor", "e.overdueMinor", Long.class);

    @PersistenceContext(unitName = "collections")
    private EntityManager em;

    @Inject
    private Database database;

    public Page<DunningCase> find(Query query) {
        return list.find(em, query);
    }

    public Optional<DunningCase> find(UUID id) {
        return TenantQuery.byId(em, DunningCase.class, id);
    }

    /** The case, locked until the transaction ends. */
    public Optional<DunningCase> lock(UUID id) {
        return locked("e.id = :id", id);
    }

    /** The open case of an account, locked until the transaction ends. */
    public Optional<DunningCase> lockOpen(UUID billingAccountId) {
        return locked("e.billingAccountId = :id and e.state = 'open'", billingAccountId);
    }

    private Optional<DunningCase> locked(String which, UUID id) {
        return em.createQuery("select e from DunningCase e where " + which, DunningCase.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The open cases of these accounts, by account. */
    public Map<UUID, DunningCase> open(Collection<UUID> billingAccountIds) {
        return em.createQuery(
                        "select e from DunningCase e where e.state = 'open' and e.billingAccountId in :accounts",
                        DunningCase.class)
                .setParameter("accounts", billingAccountIds)
                .getResultStream()
                .collect(Collectors.toMap(DunningCase::billingAccountId, Function.identity()));
    }

    /** Accounts with an open case, in the order of their ids. */
    public List<UUID> openAccounts(UUID after, int atMost) {
        return database.list(
                "select billing_account_id from collections.dunning_case where state = 'open' "
                        + "and billing_account_id > ? order by 1 limit ?",
                row -> row.getObject(1, UUID.class),
                after,
                atMost);
    }

    /** Accounts whose time with access in spite of debts is over. */
    public List<UUID> grantsOver(Instant now, int atMost) {
        return database.list(
                "select billing_account_id from collections.dunning_case where access = 'granted' and state = 'open' "
                        + "and granted_until <= ? order by granted_until limit ?",
                row -> row.getObject(1, UUID.class),
                now,
                atMost);
    }

    public List<CaseTotal> totals() {
        return database.list(
                "select currency, count(*), sum(overdue_minor)::bigint, sum(dunned_minor)::bigint, "
                        + "sum(in_flight_minor)::bigint, count(shield) from collections.dunning_case "
                        + "where state = 'open' group by currency order by currency",
                row -> new CaseTotal(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    public void add(DunningCase opened) {
        em.persist(opened);
        em.flush();
    }

    public void flush() {
        em.flush();
    }

    /** Adds to a case's history; a step that was taken before, or a second on one day, is refused by the database. */
    public void addEntry(UUID caseId, CaseEntry entry) {
        database.update(
                "insert into collections.case_entry (tenant_id, id, case_id, kind, step, happened_on, happened_at, "
                        + "actor, amount_minor, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                CallContext.current().tenantId(),
                entry.id(),
                caseId,
                entry.kind(),
                entry.step(),
                entry.day(),
                entry.at(),
                entry.actor(),
                entry.amountMinor(),
                entry.note());
    }

    /** A case's history, newest first. */
    public List<CaseEntry> entries(UUID caseId) {
        return database.list(
                "select id, kind, step, happened_on, happened_at, actor, amount_minor, note "
                        + "from collections.case_entry where case_id = ? order by id desc limit 1000",
                CaseRepository::entry,
                caseId);
    }

    private static CaseEntry entry(ResultSet row) throws SQLException {
        return new CaseEntry(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("step", Integer.class),
                row.getObject("happened_on", LocalDate.class),
                Database.instant(row, "happened_at"),
                row.getString("actor"),
                row.getObject("amount_minor", Long.class),
                row.getString("note"));
    }
}
