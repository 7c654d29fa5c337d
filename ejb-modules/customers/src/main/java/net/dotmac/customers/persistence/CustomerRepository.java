package net.dotmac.customers.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.customers.domain.Customer;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.TenantQuery;
import net.dotmac.kernel.query.EntityList;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Patterns;
import net.dotmac.kernel.query.Query;

/** Finds and keeps customers of the current tenant. */
@ApplicationScoped
public class CustomerRepository {

    private static final int FIRST_NUMBER = 100_001;
    private static final int WORDS_AT_MOST = 6;

    private final EntityList<Customer> list = new EntityList<>(Customer.class, "e.id")
            .with("id", "e.id", UUID.class)
            .with("number", "e.number", String.class)
            .with("name", "e.name", String.class)
            .with("status", "e.status", String.class)
            .with("kind", "e.kind", String.class)
            .with("email", "e.email", String.class)
            .with("phone", "e.phone", String.class)
            .with("city", "e.city", String.class)
            .with("engagedParty.id", "e.partyId", String.class)
            .with("createdAt", "e.createdAt", Instant.class)
            .with("updatedAt", "e.updatedAt", Instant.class);

    @PersistenceContext(unitName = "customers")
    private EntityManager em;

    public Optional<Customer> find(UUID id) {
        return TenantQuery.byId(em, Customer.class, id);
    }

    public Page<Customer> find(Query query) {
        return list.find(em, query);
    }

    /** Customers whose number, name, phone, e-mail or address contains every word. */
    public List<Customer> search(String text, int atMost) {
        String[] patterns = Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_AT_MOST)
                .map(Patterns::contains)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toArray(String[]::new);
        if (patterns.length == 0) {
            return List.of();
        }
        List<?> ids = em.createNativeQuery(
                        "select f from customers.find_customers(cast(:patterns as text[]), :most) f", UUID.class)
                .setParameter("patterns", patterns)
                .setParameter("most", atMost)
                .getResultList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select e from Customer e where e.id in :ids order by e.name, e.id", Customer.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    public boolean numberExists(String number) {
        return !em.createQuery("select 1 from Customer e where e.number = :number", Integer.class)
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
    }

    /** The next customer number of the tenant; two callers never get the same one. */
    public String nextNumber() {
        Object number = em.createNativeQuery("insert into customers.customer_number as n (tenant_id, last_number) "
                        + "values (:tenant, :first) "
                        + "on conflict (tenant_id) do update set last_number = n.last_number + 1 returning last_number")
                .setParameter("tenant", CallContext.current().tenantId())
                .setParameter("first", FIRST_NUMBER)
                .getSingleResult();
        return String.valueOf(number);
    }

    public void add(Customer customer) {
        em.persist(customer);
    }

    public void remove(Customer customer) {
        em.remove(customer);
    }

    public void flush() {
        em.flush();
    }
}
