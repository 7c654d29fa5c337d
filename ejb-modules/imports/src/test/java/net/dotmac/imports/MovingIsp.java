package net.dotmac.imports;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dotmac.billing.AccountPayers;
import net.dotmac.billing.InvoiceNumbers;
import net.dotmac.billing.InvoiceSettlements;
import net.dotmac.billing.persistence.UnservedLineReader;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.ledger.DocumentNumbers;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.UnservedRevenue;
import net.dotmac.platform.persistence.JdbcAuditTrail;
import net.dotmac.services.Payers;

/** An ISP of its own that has nothing yet, on the first day after its move. */
final class MovingIsp {

    static final LocalDate TODAY = LocalDate.of(2027, 4, 1);
    static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    private static final DomainServer SERVER = server();

    final UUID tenant = Ids.next();

    MovingIsp() {
        try (Connection connection = SERVER.superuser();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into platform.tenant (id, slug, legal_name, country, currency, zone, language, street, "
                                + "postcode, city, email) values (?, ?, 'Nordnetz GmbH', 'DE', 'EUR', 'Europe/Berlin', 'de', "
                                + "'Hafenstraße 12', '20457', 'Hamburg', 'post@nordnetz.example')")) {
            insert.setObject(1, tenant);
            insert.setString(2, "m" + tenant.toString().substring(20));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T service(Class<T> type) {
        return SERVER.get(type);
    }

    <T> T call(Callable<T> work) {
        return SERVER.call(tenant, work);
    }

    ImportDetails upload(String kind, String csv) {
        return upload(kind, csv.getBytes(StandardCharsets.UTF_8));
    }

    ImportDetails upload(String kind, byte[] content) {
        return call(() -> service(ImportService.class).upload(new ImportFile(kind, "old.csv", null, content)));
    }

    ImportDetails apply(ImportDetails uploaded) {
        return call(() -> service(ImportService.class).apply(uploaded.id()));
    }

    List<ImportFault> faults(ImportDetails uploaded) {
        return call(() ->
                service(ImportService.class).faults(uploaded.id(), 0, 1000).rows());
    }

    /** "line column reason" of each fault. */
    List<String> faultPlaces(ImportDetails uploaded) {
        return faults(uploaded).stream()
                .map(fault -> fault.line() + " " + fault.column() + " " + fault.reason())
                .toList();
    }

    List<ImportProof> proof(ImportDetails applied) {
        return call(
                () -> service(ImportService.class).proof(applied.id(), 0, 1000).rows());
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(Clock.class, Clock.systemUTC());
        server.bind(BusinessClock.class, new BusinessClock() {
            @Override
            public Instant now() {
                return TODAY.atTime(12, 0).atZone(zone()).toInstant();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Berlin");
            }
        });
        server.bind(Outbox.class, (type, aggregateId, data) -> EVENTS.add(type + " " + aggregateId));
        server.bind(AuditTrail.class, JdbcAuditTrail.class);
        server.bind(SettledDocuments.class, InvoiceSettlements.class);
        server.bind(UnservedRevenue.class, UnservedLineReader.class);
        server.bind(DocumentNumbers.class, InvoiceNumbers.class);
        server.bind(Payers.class, AccountPayers.class);
        return server;
    }
}
