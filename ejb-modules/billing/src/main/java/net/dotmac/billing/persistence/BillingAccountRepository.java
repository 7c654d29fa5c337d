package net.dotmac.billing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.domain.BillingAccount;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Finds and keeps billing accounts of the current tenant. */
@ApplicationScoped
public class BillingAccountRepository {

    private final EntityList<BillingAccount> list = new EntityList<>(BillingAccount.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("number", "e.number", String.class)
            .with("name", "e.name", String.class)
            .with("customerId", "e.customerId", UUID.class)
            .with("relatedParty.id", "e.customerId", UUID.class)
            .with("currency", "e.currency", String.class)
            .with("state", "e.state", String.class)
            .with("cycleDay", "e.cycleDay", Integer.class)
            .with("nextBillOn", "e.nextBillOn", LocalDate.class)
            .with("onHold", "e.onHold", Boolean.class)
            .with("taxTreatment", "e.taxTreatment", String.class)
            .with("createdAt", "e.createdAt", Instant.class)
            .with("updatedAt", "e.updatedAt", Instant.class);

    @PersistenceContext(unitName = "billing")
    private EntityManager em;

    @Inject
    private Database database;

    public Optional<BillingAccount> find(UUID id) {
        return TenantQuery.byId(em, BillingAccount.class, id);
    }

    public Page<BillingAccount> find(Query query) {
        return list.find(em, query);
    }

    public List<BillingAccount> findAll(Collection<UUID> ids) {
        return em.createQuery("select e from BillingAccount e where e.id in :ids", BillingAccount.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The cycle days of these accounts, in one query. */
    public Map<UUID, Integer> cycleDays(Collection<UUID> ids) {
        Map<UUID, Integer> days = new HashMap<>();
        database.list(
                "select id, cycle_day from billing.billing_account where id = any(?)",
                row -> days.put(row.getObject(1, UUID.class), row.getInt(2)),
                (Object) ids.toArray(UUID[]::new));
        return days;
    }

    public boolean numberExists(String number) {
        return !em.createQuery("select 1 from BillingAccount e where e.number = :number", Integer.class)
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
    }

    /** Moves the next billing date, which is not the entity's to change. */
    public void moveNextBillOn(UUID id, LocalDate day) {
        em.flush();
        database.update("update billing.billing_account set next_bill_on = ? where id = ?", day, id);
    }

    public void add(BillingAccount account) {
        em.persist(account);
    }

    public void flush() {
        em.flush();
    }

    public void refresh(BillingAccount account) {
        em.refresh(account);
    }
}
