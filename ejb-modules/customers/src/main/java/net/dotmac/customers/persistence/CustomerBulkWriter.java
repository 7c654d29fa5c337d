package net.dotmac.customers.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerDetails;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.persistence.CopyRows;
import net.dotmac.kernel.persistence.Database;

/** Finds and adds many customers by few statements. */
@ApplicationScoped
public class CustomerBulkWriter {

    private static final String COLUMNS =
            "id, number, name, kind, status, email, phone, street, postcode, city, country, "
                    + "vat_id, language, party_id, created_at, updated_at";

    private static final String STAGE = "create temporary table if not exists customers_stage_customer (id uuid, "
            + "number text, name text, kind text, status text, email text, phone text, street text, postcode text, "
            + "city text, country char(2), vat_id text, language text, party_id text, created_at timestamptz, "
            + "updated_at timestamptz) on commit delete rows";

    private static final String ADD = "insert into customers.customer (tenant_id, " + COLUMNS + ") select ?, " + COLUMNS
            + " from customers_stage_customer on conflict (tenant_id, number) do nothing";

    /** Only numbers of nine digits at most: a longer one is a code, and counting on from it would surprise. */
    private static final String RAISE = "insert into customers.customer_number as n (tenant_id, last_number) "
            + "select ?, highest from (select max(number::bigint) as highest from unnest(?) as given (number) "
            + "where number ~ '^[1-9][0-9]{5,8}$') as h where highest is not null "
            + "on conflict (tenant_id) do update set last_number = greatest(n.last_number, excluded.last_number)";

    @Inject
    private Database database;

    @PersistenceContext(unitName = "customers")
    private EntityManager em;

    /** The customers with these numbers, by number. */
    public Map<String, UUID> ids(Collection<String> numbers) {
        em.flush();
        Map<String, UUID> ids = new HashMap<>();
        database.list(
                "select number, id from customers.customer where number = any(?)",
                row -> ids.put(row.getString(1), row.getObject(2, UUID.class)),
                (Object) numbers.toArray(String[]::new));
        return ids;
    }

    /** Adds them; one whose number is taken is left out. @return how many were added */
    public int add(List<CustomerDetails> customers) {
        em.flush();
        CopyRows rows = new CopyRows();
        customers.forEach(customer -> stage(customer, rows));
        database.update(STAGE);
        database.update("truncate customers_stage_customer");
        database.copy("customers_stage_customer", rows);
        return database.update(ADD, CallContext.current().tenantId());
    }

    private static void stage(CustomerDetails customer, CopyRows rows) {
        CustomerData data = customer.data();
        PostalAddress address = data.address();
        rows.add(
                customer.id(),
                customer.number(),
                customer.name(),
                data.kind().wire(),
                customer.status(),
                data.email(),
                data.phone(),
                address == null ? null : address.street(),
                address == null ? null : address.postcode(),
                address == null ? null : address.city(),
                address == null ? null : address.country(),
                data.vatId(),
                data.language(),
                data.partyId(),
                customer.createdAt(),
                customer.updatedAt());
    }

    /** Has the numbers that are given out go on after the highest of these. */
    public void raiseNextNumber(Collection<String> numbers) {
        database.update(RAISE, CallContext.current().tenantId(), numbers.toArray(String[]::new));
    }
}
