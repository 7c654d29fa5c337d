package net.dotmac.system.walls;

import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.billing.AccountPayers;
import net.dotmac.billing.InvoiceNumbers;
import net.dotmac.billing.InvoiceSettlements;
import net.dotmac.billing.MailSettings;
import net.dotmac.billing.persistence.UnservedLineReader;
import net.dotmac.collections.DebitsInFlight;
import net.dotmac.collections.SepaDebitsInFlight;
import net.dotmac.devtools.demo.DemoCredentials;
import net.dotmac.devtools.demo.DemoGenerator;
import net.dotmac.devtools.demo.DemoPlan;
import net.dotmac.devtools.demo.DemoTenant;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.events.persistence.TransactionalOutbox;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Secrets;
import net.dotmac.ledger.DocumentNumbers;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.UnservedRevenue;
import net.dotmac.payments.PaymentGateway;
import net.dotmac.payments.StripeGateway;
import net.dotmac.platform.AesGcmSecrets;
import net.dotmac.platform.persistence.JdbcAuditTrail;
import net.dotmac.services.Payers;

/** Two ISPs with rows in every table, and services that work for either: what one has, the other must not reach. */
final class TwoTenants {

    static final UUID OWNER = DemoTenant.ALPENNETZ.id();
    static final UUID STRANGER = DemoTenant.ATOLL.id();
    static final LocalDate TODAY = LocalDate.of(2027, 3, 20);

    private static final String TENANT_COLUMNS = "select n.nspname || '.' || c.relname, a.attname, "
            + "format_type(a.atttypid, null) from pg_class c join pg_namespace n on n.oid = c.relnamespace "
            + "join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped "
            + "where c.relkind in ('r', 'p') and not c.relispartition and exists (select 1 from pg_attribute t "
            + "where t.attrelid = c.oid and t.attname = 'tenant_id') order by 1, a.attnum";

    private static TwoTenants shared;

    final DomainServer server;

    private final Map<String, List<String>> uuidColumns = new TreeMap<>();

    private TwoTenants(Path directory) throws SQLException, IOException {
        server = equipped(new DomainServer());
        try (Connection superuser = server.superuser()) {
            new DemoGenerator(DemoPlan.on(TODAY, 60)).write(superuser);
            new DemoCredentials(directory.resolve("credentials.json")).make(superuser, 1);
            readCatalog(superuser);
        }
        for (UUID tenant : List.of(OWNER, STRANGER)) {
            new TenantLife(this, tenant).live();
        }
    }

    static synchronized TwoTenants shared(Path directory) {
        if (shared == null) {
            try {
                shared = new TwoTenants(directory);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("The two tenants could not be made", e);
            }
        }
        return shared;
    }

    /** A server with what the container would inject into the services. */
    static DomainServer equipped(DomainServer server) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        server.bind(Clock.class, Clock.systemUTC());
        server.bind(BusinessClock.class, new BusinessClock() {
            @Override
            public Instant now() {
                return TODAY.atTime(12, 0).atZone(zone()).toInstant();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Vienna");
            }
        });
        server.bind(Secrets.class, new AesGcmSecrets(List.of(Base64.getEncoder().encodeToString(key))));
        server.bind(Outbox.class, TransactionalOutbox.class);
        server.bind(AuditTrail.class, JdbcAuditTrail.class);
        server.bind(
                MailSettings.class,
                new MailSettings(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Duration.ofDays(36_500),
                        Duration.ofMinutes(5),
                        Duration.ofDays(1)));
        server.bind(SettledDocuments.class, InvoiceSettlements.class);
        server.bind(UnservedRevenue.class, UnservedLineReader.class);
        server.bind(DocumentNumbers.class, InvoiceNumbers.class);
        server.bind(Payers.class, AccountPayers.class);
        server.bind(PaymentGateway.class, StripeGateway.class);
        server.bind(DebitsInFlight.class, SepaDebitsInFlight.class);
        server.bind(Event.class, (Event<?>) Proxy.newProxyInstance(
                TwoTenants.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null));
        return server;
    }

    private void readCatalog(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(TENANT_COLUMNS)) {
            while (row.next()) {
                List<String> columns =
                        uuidColumns.computeIfAbsent(row.getString(1), each -> new java.util.ArrayList<>());
                if (row.getString(3).equals("uuid") && !row.getString(2).equals("tenant_id")) {
                    columns.add(row.getString(2));
                }
            }
        }
    }

    <T> T service(Class<T> type) {
        return server.get(type);
    }

    <T> T as(UUID tenant, Callable<T> work) {
        return server.call(tenant, work);
    }

    /** One id of each kind that a tenant's rows hold, by table and column. */
    Map<String, UUID> idsOf(UUID tenant) throws SQLException {
        Map<String, UUID> ids = new LinkedHashMap<>();
        try (Connection superuser = server.superuser();
                Statement statement = superuser.createStatement()) {
            for (Map.Entry<String, List<String>> table : uuidColumns.entrySet()) {
                for (String column : table.getValue()) {
                    try (ResultSet row = statement.executeQuery(
                            "select " + column + " from " + table.getKey() + " where tenant_id = '" + tenant + "' and "
                                    + column + " is not null order by 1 limit 1")) {
                        if (row.next()) {
                            ids.put(table.getKey() + "." + column, row.getObject(1, UUID.class));
                        }
                    }
                }
            }
        }
        return ids;
    }

    /** The same with each id once, under the column where it was met first. */
    Map<String, UUID> distinctIdsOf(UUID tenant) throws SQLException {
        Map<String, UUID> distinct = new LinkedHashMap<>();
        idsOf(tenant).forEach((column, id) -> {
            if (!distinct.containsValue(id)) {
                distinct.put(column, id);
            }
        });
        return distinct;
    }

    /** How many rows the tenant has in each table, and a hash of all that is in them. */
    Map<String, String> rowsOf(UUID tenant) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection superuser = server.superuser();
                Statement statement = superuser.createStatement()) {
            for (String table : uuidColumns.keySet()) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from " + table
                                + " t where tenant_id = '" + tenant + "'")) {
                    row.next();
                    rows.put(table, row.getLong(1) + " rows, " + row.getString(2));
                }
            }
        }
        return rows;
    }
}
