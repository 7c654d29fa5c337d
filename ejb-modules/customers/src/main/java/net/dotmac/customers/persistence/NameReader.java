package net.dotmac.customers.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.persistence.Database;

/** Finds customers by names as others write them. */
@ApplicationScoped
public class NameReader {

    /**
     * The keys come first and by themselves: row security would not let an index serve a comparison with a function.
     */
    private static final String SELECT = "with asked as materialized ("
            + "select name, customers.name_key(name) as name_key from unnest(?) as n (name)) "
            + "select a.name, c.id from asked a join customers.customer c on c.name_key = a.name_key and c.name_key <> ''";

    @Inject
    private Database database;

    @PersistenceContext(unitName = "customers")
    private EntityManager em;

    public Map<String, Set<UUID>> read(Collection<String> names) {
        em.flush();
        Map<String, Set<UUID>> found = new HashMap<>();
        database.list(SELECT, row -> Map.entry(row.getString(1), row.getObject(2, UUID.class)), (Object)
                        names.toArray(String[]::new))
                .forEach(each -> found.computeIfAbsent(each.getKey(), name -> new HashSet<>())
                        .add(each.getValue()));
        return found;
    }
}
