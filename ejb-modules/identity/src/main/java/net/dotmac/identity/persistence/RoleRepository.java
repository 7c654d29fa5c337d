package net.dotmac.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import net.dotmac.kernel.CallContext;

/** Roles and what they permit, for the call's tenant; row-level security alone keeps these statements inside it. */
@ApplicationScoped
public class RoleRepository {

    @PersistenceContext(unitName = "identity")
    private EntityManager em;

    /** Permissions by role; the standard roles are made first if the tenant has none. */
    public Map<String, Set<String>> roles() {
        Map<String, Set<String>> roles = select();
        if (roles.isEmpty()) {
            em.createNativeQuery("call identity.seed_roles(cast(:tenant as uuid))")
                    .setParameter("tenant", CallContext.current().tenantId().toString())
                    .executeUpdate();
            roles = select();
        }
        return roles;
    }

    /** What the user's roles permit together. */
    public Set<String> permissions(UUID userId) {
        Stream<?> rows = em.createNativeQuery(
                        "select r.permissions from identity.user_role u "
                                + "join identity.role r on r.tenant_id = u.tenant_id and r.name = u.role_name "
                                + "where u.user_id = :user",
                        String[].class)
                .setParameter("user", userId)
                .getResultStream();
        Set<String> permissions = new TreeSet<>();
        rows.forEach(row -> permissions.addAll(Arrays.asList((String[]) row)));
        return permissions;
    }

    private Map<String, Set<String>> select() {
        Map<String, Set<String>> roles = new TreeMap<>();
        for (Object row : em.createNativeQuery("select name, permissions from identity.role")
                .getResultList()) {
            Object[] columns = (Object[]) row;
            roles.put((String) columns[0], new TreeSet<>(Arrays.asList((String[]) columns[1])));
        }
        return roles;
    }
}
