package net.dotmac.platform;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import net.dotmac.kernel.persistence.DatabaseException;

/**
 * Finds tenants before any call context exists: for signing in, for timers and for message listeners. Called by entry points
 * only, never on behalf of a caller who chose the tenant himself.
 *
 * <p>A tenant is asked for by his id with almost every call and changes once in years, outside of the application, so he is
 * kept for some seconds: a change is seen by everybody after that, on every node. The list is always read.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TenantDirectory {

    private static final String SELECT =
            "select id, slug, legal_name, country, currency, zone, language from platform.tenant where status = 'active'";

    @Resource(lookup = "java:jboss/datasources/DotMacDS")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/infinispan/cache/dotmac/tenants")
    private ConcurrentMap<UUID, Tenant> kept;

    /** Every tenant that work is done for, in a stable order. */
    public List<Tenant> tenants() {
        return select(SELECT + " order by id", null);
    }

    public List<UUID> activeTenants() {
        return tenants().stream().map(Tenant::id).toList();
    }

    public Optional<UUID> bySlug(String slug) {
        return select(SELECT + " and slug = ?", slug).stream().map(Tenant::id).findFirst();
    }

    public Optional<Tenant> byId(UUID id) {
        Tenant known = kept.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Tenant> found = select(SELECT + " and id = ?", id).stream().findFirst();
        found.ifPresent(tenant -> kept.put(id, tenant));
        return found;
    }

    private List<Tenant> select(String sql, Object parameter) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setObject(1, parameter);
            }
            List<Tenant> tenants = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tenants.add(new Tenant(
                            row.getObject("id", UUID.class),
                            row.getString("slug"),
                            row.getString("legal_name"),
                            row.getString("country"),
                            row.getString("currency"),
                            ZoneId.of(row.getString("zone")),
                            row.getString("language")));
                }
            }
            return tenants;
        } catch (SQLException e) {
            throw new DatabaseException("The list of tenants could not be read", e);
        }
    }
}
