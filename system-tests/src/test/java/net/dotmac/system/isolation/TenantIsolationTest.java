package net.dotmac.system.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.system.RestClient;
import net.dotmac.system.SystemUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No tenant sees another: by the database's catalogue, by SQL as the runtime role, and over REST. */
@Tag("behavior")
class TenantIsolationTest {

    /** Tables without row-level security, each with the reason that is written beside it in its migration. */
    private static final Set<String> WITHOUT_TENANT = Set.of(
            "platform.tenant",
            "identity.signing_key",
            "events.relay_lease",
            "customers.customer_search",
            "networking.device_address",
            "networking.interface_sample",
            "batch.job_instance",
            "batch.job_execution",
            "batch.step_execution",
            "batch.partition_execution",
            "flyway.flyway_schema_history");

    private static SystemUnderTest system;

    @BeforeAll
    static void start() {
        system = SystemUnderTest.get();
    }

    @Test
    void everyTenantTableIsForcedUnderRowLevelSecurity() throws SQLException {
        Set<String> open = new TreeSet<>();
        query(
                "postgres",
                "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                        + "where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public', "
                        // Temporary tables are one connection's own.
                        + "'pg_toast') and c.relpersistence <> 't' and not c.relispartition "
                        + "and not (c.relrowsecurity and c.relforcerowsecurity)",
                open::add);
        open.removeAll(WITHOUT_TENANT);
        assertEquals(Set.of(), open, "tables without forced row-level security that are on no list");
    }

    @Test
    void aTenantTableLeadsItsKeyWithTheTenant() throws SQLException {
        List<String> wrong = new ArrayList<>();
        query(
                "postgres",
                "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                        + "left join pg_index i on i.indrelid = c.oid and i.indisprimary "
                        + "left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] "
                        + "where c.relkind = 'r' and c.relforcerowsecurity and a.attname is distinct from 'tenant_id'",
                wrong::add);
        assertEquals(List.of(), wrong);
    }

    /** The application's role reads tables that need a tenant only with one bound: without, an error and no empty list. */
    @ParameterizedTest
    @ValueSource(strings = {"customers.customer", "billing.invoice", "ledger.journal", "identity.app_user"})
    void withoutATenantThereIsAnErrorAndNoEmptyList(String table) {
        assertThrows(SQLException.class, () -> query("dotmac_runtime", "select count(*) from " + table, each -> {}));
    }

    @Test
    void theDatabaseAloneKeepsTenantsApart() throws SQLException {
        String asked =
                "select count(*)::text from customers.customer where tenant_id = '" + DemoTenant.ATOLL.id() + "'";
        List<String> counts = new ArrayList<>();
        try (Connection connection = system.database("dotmac_runtime");
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant_id', '" + DemoTenant.ALPENNETZ.id() + "', false)");
            try (ResultSet row = statement.executeQuery(asked)) {
                row.next();
                counts.add(row.getString(1));
            }
        }
        assertEquals(List.of("0"), counts);
    }

    @Test
    void theApplicationMayNotChangeWhatIsIssuedOrBooked() {
        for (String sql : List.of(
                "update billing.invoice set gross_minor = 0",
                "delete from billing.invoice_line",
                "update ledger.journal set amount_minor = 0",
                "delete from platform.audit_entry",
                "insert into networking.interface_sample (tenant_id) values (null)")) {
            SQLException refused = assertThrows(SQLException.class, () -> {
                try (Connection connection = system.database("dotmac_runtime");
                        Statement statement = connection.createStatement()) {
                    statement.execute("select set_config('app.tenant_id', '" + DemoTenant.ALPENNETZ.id() + "', false)");
                    statement.execute(sql);
                }
            });
            assertTrue(refused.getMessage().contains("permission denied"), sql + ": " + refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmf-api/customerManagement/v4/customer",
                "/tmf-api/accountManagement/v4/billingAccount",
                "/tmf-api/productInventory/v4/product",
                "/tmf-api/productCatalogManagement/v4/productOffering",
                "/tmf-api/productCatalogManagement/v4/productOfferingPrice",
                "/tmf-api/productCatalogManagement/v4/productSpecification",
                "/api/v1/users"
            })
    void anothersIdIsNotFound(String path) {
        RestClient own = system.client(DemoTenant.ALPENNETZ);
        RestClient other = system.client(DemoTenant.ATOLL);
        JsonObject foreign = other.get(path + "?limit=1").json().asJsonArray().getJsonObject(0);
        String id = foreign.getString("id");
        assertEquals(200, other.get(path + "/" + id).status());
        RestClient.Answer refused = own.get(path + "/" + id);
        assertEquals(404, refused.status(), refused.toString());
        assertFalse(refused.text().contains(DemoTenant.ATOLL.legalName()));
        assertEquals("0", own.get(path + "?id=" + id).header("X-Total-Count"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."})
    void aTokenThatIsNoneOpensNothing(String token) {
        RestClient stranger = RestClient.withToken(system.system(), token.isEmpty() ? null : token);
        RestClient.Answer refused = stranger.get("/tmf-api/customerManagement/v4/customer");
        assertEquals(401, refused.status(), refused.toString());
    }

    private static void query(String role, String sql, Consumer<String> row) throws SQLException {
        try (Connection connection = system.database(role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.accept(rows.getString(1));
            }
        }
    }
}
