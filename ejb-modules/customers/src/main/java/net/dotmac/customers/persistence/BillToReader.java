package net.dotmac.customers.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.PostalAddress;
import net.dotmac.kernel.persistence.Database;

/** Reads what documents copy of customers, by plain SQL: a billing run asks for thousands at a time. */
@ApplicationScoped
public class BillToReader {

    @Inject
    private Database database;

    @PersistenceContext(unitName = "customers")
    private EntityManager em;

    public List<BillTo> read(Collection<UUID> ids) {
        // What the caller has changed in this transaction must be in the table first.
        em.flush();
        return database.list(
                "select id, number, name, street, postcode, city, country, email, vat_id, language "
                        + "from customers.customer where id = any(?)",
                BillToReader::row,
                (Object) ids.toArray(UUID[]::new));
    }

    private static BillTo row(ResultSet row) throws SQLException {
        String city = row.getString(6);
        return new BillTo(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                city == null ? null : new PostalAddress(row.getString(4), row.getString(5), city, row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
