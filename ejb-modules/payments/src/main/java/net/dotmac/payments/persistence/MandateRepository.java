package net.dotmac.payments.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.payments.domain.Mandate;

/** Finds and keeps mandates of the current tenant. */
@ApplicationScoped
public class MandateRepository {

    private final EntityList<Mandate> list = new EntityList<>(Mandate.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("billingAccountId", "e.billingAccountId", UUID.class)
            .with("reference", "e.reference", String.class)
            .with("scheme", "e.scheme", String.class)
            .with("sequence", "e.sequence", String.class)
            .with("state", "e.state", String.class)
            .with("signedOn", "e.signedOn", LocalDate.class)
            .with("lastCollectedOn", "e.lastCollectedOn", LocalDate.class);

    @PersistenceContext(unitName = "payments")
    private EntityManager em;

    @Inject
    private Database database;

    public void add(Mandate mandate) {
        em.persist(mandate);
        em.flush();
    }

    /** Whoever gives mandates to this account at the same moment waits here for the first to end. */
    public void lockAccount(UUID billingAccountId) {
        database.first(
                "select pg_advisory_xact_lock(hashtextextended('payments.mandate ' || ?, 0))",
                row -> 1,
                billingAccountId.toString());
    }

    /** The mandate of an account that can be used now or after it is resumed. */
    public Optional<Mandate> standing(UUID billingAccountId) {
        return em.createQuery(
                        "select e from Mandate e where e.billingAccountId = :account and e.state in ('active', 'suspended')",
                        Mandate.class)
                .setParameter("account", billingAccountId)
                .getResultStream()
                .findFirst();
    }

    public boolean hasReference(String reference) {
        return database.first("select 1 from payments.mandate where reference = ?", row -> 1, reference)
                .isPresent();
    }

    /** How many the account has had, ended ones too. */
    public int count(UUID billingAccountId) {
        return database.first(
                        "select count(*)::integer from payments.mandate where billing_account_id = ?",
                        row -> row.getInt(1),
                        billingAccountId)
                .orElse(0);
    }

    public Optional<Mandate> find(UUID id) {
        return TenantQuery.byId(em, Mandate.class, id);
    }

    /** The mandate, locked until the transaction ends. */
    public Optional<Mandate> lock(UUID id) {
        return lock(List.of(id)).stream().findFirst();
    }

    /** These mandates in the order of their ids, locked until the transaction ends. */
    public List<Mandate> lock(Collection<UUID> ids) {
        return em.createQuery("select e from Mandate e where e.id in :ids order by e.id", Mandate.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** All that are active or suspended. */
    public List<Mandate> standing() {
        return em.createQuery(
                        "select e from Mandate e where e.state in ('active', 'suspended') order by e.id", Mandate.class)
                .getResultList();
    }

    /** Those that nobody has collected by since a day, locked until the transaction ends. */
    public List<Mandate> unusedSince(LocalDate day, int atMost) {
        return em.createQuery(
                        "select e from Mandate e where e.state in ('active', 'suspended') "
                                + "and coalesce(e.lastCollectedOn, e.signedOn) < :day order by e.id",
                        Mandate.class)
                .setParameter("day", day)
                .setMaxResults(atMost)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public Page<Mandate> find(Query query) {
        return list.find(em, query);
    }

    public void flush() {
        em.flush();
    }
}
