package net.dotmac.system.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.kernel.persistence.TenantResolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hibernate's tenant filter is switched off: row-level security alone keeps tenants apart on the application's own path. */
@Tag("behavior")
class FilterOffTest {

    private static final Pattern UNIT = Pattern.compile("<persistence-unit name=\"([a-z]+)\"");

    @TempDir
    static Path directory;

    private static TwoTenants world;
    private static DomainServer application;
    private static DomainServer superuser;

    /** Takes every tenant for the one who may see all, which is how Hibernate leaves its filter away. */
    public static final class FilterOff extends TenantResolver {
        @Override
        public boolean isRoot(UUID tenant) {
            return true;
        }
    }

    @BeforeAll
    static void live() {
        world = TwoTenants.shared(directory);
        application = unfiltered("dotmac_runtime");
        superuser = unfiltered("postgres");
    }

    private static DomainServer unfiltered(String role) {
        return TwoTenants.equipped(new DomainServer(role))
                .with("hibernate.tenant_identifier_resolver", new FilterOff());
    }

    @Test
    void everyEntityIsStillTheTenantsOwn() throws IOException {
        Map<String, Set<UUID>> bySuperuser = tenantsSeen(superuser);
        Map<String, Set<UUID>> byApplication = tenantsSeen(application);
        bySuperuser.forEach((entity, tenants) -> assertEquals(
                Set.of(TwoTenants.OWNER, TwoTenants.STRANGER),
                tenants.stream()
                        .filter(each -> each.equals(TwoTenants.OWNER) || each.equals(TwoTenants.STRANGER))
                        .collect(Collectors.toSet()),
                "the filter is off, so nothing but row-level security is tried: " + entity));
        byApplication.forEach((entity, tenants) -> assertEquals(Set.of(TwoTenants.STRANGER), tenants, entity));
        assertTrue(byApplication.size() >= 15, byApplication.keySet().toString());
    }

    @Test
    void anothersEntityIsNotFoundByItsId() throws SQLException {
        UUID customer = world.idsOf(TwoTenants.OWNER).get("customers.customer.id");
        Class<?> entity = net.dotmac.customers.domain.Customer.class;
        assertNull(application.call(
                TwoTenants.STRANGER, () -> application.entities("customers").find(entity, customer)));
        assertEquals(
                customer,
                ((TenantEntity) superuser.call(
                                TwoTenants.STRANGER,
                                () -> superuser.entities("customers").find(entity, customer)))
                        .id());
    }

    @Test
    void nativeSqlSeesTheTenantAlone() {
        assertEquals(List.of(TwoTenants.STRANGER), application.call(TwoTenants.STRANGER, () -> application
                .entities("billing")
                .createNativeQuery("select distinct tenant_id from billing.invoice_line", UUID.class)
                .getResultList()));
    }

    private static Map<String, Set<UUID>> tenantsSeen(DomainServer server) throws IOException {
        Map<String, Set<UUID>> seen = new TreeMap<>();
        for (String unit : units()) {
            server.run(TwoTenants.STRANGER, () -> {
                var entities = server.entities(unit);
                entities.getMetamodel().getEntities().forEach(entity -> {
                    if (TenantEntity.class.isAssignableFrom(entity.getJavaType())) {
                        seen.put(
                                entity.getName(),
                                new TreeSet<>(entities.createQuery(
                                                "select distinct e.tenantId from " + entity.getName() + " e",
                                                UUID.class)
                                        .getResultList()));
                    }
                });
            });
        }
        return seen;
    }

    private static List<String> units() throws IOException {
        TreeSet<String> units = new TreeSet<>();
        for (URL file :
                Collections.list(FilterOffTest.class.getClassLoader().getResources("META-INF/persistence.xml"))) {
            try (InputStream in = file.openStream()) {
                Matcher unit = UNIT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                while (unit.find()) {
                    units.add(unit.group(1));
                }
            }
        }
        return List.copyOf(units);
    }
}
