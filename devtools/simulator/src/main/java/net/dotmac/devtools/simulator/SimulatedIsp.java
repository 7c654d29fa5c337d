package net.dotmac.devtools.simulator;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.billing.AccountPayers;
import net.dotmac.billing.InvoiceNumbers;
import net.dotmac.billing.InvoiceSettlements;
import net.dotmac.billing.TaxRateDetails;
import net.dotmac.billing.TaxRateService;
import net.dotmac.billing.UsagePolicy;
import net.dotmac.billing.UsagePolicyService;
import net.dotmac.billing.persistence.UnservedLineReader;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.events.persistence.TransactionalOutbox;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.DocumentNumbers;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.UnservedRevenue;
import net.dotmac.platform.persistence.JdbcAuditTrail;
import net.dotmac.services.Payers;

/** A tenant of its own with a clock of its own; all of them live on one database. */
final class SimulatedIsp {

    static final LocalDate FIRST_DAY = LocalDate.of(2027, 11, 1);
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final DomainServer SERVER = server();
    private static volatile LocalDate today = FIRST_DAY;

    private final UUID tenant = Ids.next();

    SimulatedIsp() {
        today = FIRST_DAY;
        addTenant();
        run(() -> {
            TaxRateService rates = service(TaxRateService.class);
            rates.put(new TaxRateDetails("standard", "", new BigDecimal("19"), LocalDate.of(2000, 1, 1)));
            rates.put(new TaxRateDetails("reduced", "", new BigDecimal("7"), LocalDate.of(2000, 1, 1)));
            service(UsagePolicyService.class).change(new UsagePolicy("rerate"));
        });
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(Clock.class, Clock.systemUTC());
        server.bind(BusinessClock.class, new BusinessClock() {
            @Override
            public Instant now() {
                return today.atTime(12, 0).atZone(ZONE).toInstant();
            }

            @Override
            public ZoneId zone() {
                return ZONE;
            }
        });
        server.bind(Outbox.class, TransactionalOutbox.class);
        server.bind(AuditTrail.class, JdbcAuditTrail.class);
        server.bind(SettledDocuments.class, InvoiceSettlements.class);
        server.bind(UnservedRevenue.class, UnservedLineReader.class);
        server.bind(DocumentNumbers.class, InvoiceNumbers.class);
        server.bind(Payers.class, AccountPayers.class);
        return server;
    }

    private void addTenant() {
        try (Connection connection = SERVER.superuser();
                PreparedStatement insert =
                        connection.prepareStatement("insert into platform.tenant (id, slug, legal_name, country, "
                                + "currency, zone, street, postcode, city) values (?, ?, 'Simulated Net GmbH', 'DE', 'EUR', ?, "
                                + "'Hafenstraße 12', '20457', 'Hamburg')")) {
            insert.setObject(1, tenant);
            insert.setString(2, "s" + tenant.toString().substring(20));
            insert.setString(3, ZONE.getId());
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    LocalDate today() {
        return today;
    }

    void moveTo(LocalDate day) {
        today = day;
    }

    <T> T service(Class<T> type) {
        return SERVER.get(type);
    }

    Database database() {
        return SERVER.get(Database.class);
    }

    <T> T call(Callable<T> work) {
        return SERVER.call(tenant, work);
    }

    void run(Runnable work) {
        SERVER.run(tenant, work);
    }

    /** Does what no service would: a statement with the tenant as its first parameter. @return rows changed */
    int damage(String sql) {
        try (Connection connection = SERVER.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
