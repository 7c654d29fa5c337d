package net.dotmac.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;

/** The books of a tenant of its own on a real database, with a clock that tests move. */
final class Books {

    static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    static final Queue<String> AUDIT = new ConcurrentLinkedQueue<>();
    static final DomainServer SERVER = server();
    private static volatile LocalDate today = LocalDate.of(2027, 5, 20);

    final UUID tenant = Ids.next();
    final UUID account = Ids.next();
    final LedgerService ledger = SERVER.get(LedgerService.class);
    final PeriodService periods = SERVER.get(PeriodService.class);

    Books() {
        this("DE");
    }

    /** @param country of the tenant */
    Books(String country) {
        today = LocalDate.of(2027, 5, 20);
        SERVER.run(tenant, () -> {});
        try (var connection = SERVER.superuser();
                var statement =
                        connection.prepareStatement("insert into platform.tenant (id, slug, legal_name, country, "
                                + "currency, zone) values (?, ?, 'Nordlicht Netz GmbH', ?, 'EUR', 'Europe/Berlin')")) {
            statement.setObject(1, tenant);
            statement.setString(2, "t" + tenant.toString().substring(20));
            statement.setString(3, country);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void setToday(String day) {
        today = LocalDate.parse(day);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    <T> T call(Callable<T> work) {
        return SERVER.call(tenant, work);
    }

    void run(Runnable work) {
        SERVER.run(tenant, work);
    }

    UUID invoice(String net, String tax, String on) {
        UUID id = Ids.next();
        LocalDate day = day(on);
        run(() -> ledger.bookDocuments(List.of(posting(id, net, tax, day))));
        return id;
    }

    DocumentPosting posting(UUID id, String net, String tax, LocalDate day) {
        return new DocumentPosting(
                id,
                account,
                "EUR",
                List.of(new DocumentPosting.Part("standard 19", minor(net), minor(tax))),
                day,
                day.plusDays(14));
    }

    UUID pay(String amount, String on, DayChoice choice) {
        UUID id = Ids.next();
        run(() -> {
            ledger.bookPayment(id, account, Money.of(amount, "EUR"), day(on), choice);
            ledger.settle(account, null, today);
        });
        return id;
    }

    static long minor(String amount) {
        return Money.of(amount, "EUR").minor();
    }

    /** Debits less credits of an account as of a day, in EUR. */
    long balance(LedgerAccount account, String asOf) {
        return call(() -> ledger.trialBalance(day(asOf))).accounts().stream()
                .filter(row -> row.account() == account && row.currency().equals("EUR"))
                .mapToLong(TrialBalance.Row::balanceMinor)
                .sum();
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(SettledDocuments.class, items -> {});
        server.bind(UnservedRevenue.class, day -> List.of());
        server.bind(DocumentNumbers.class, ids -> java.util.Map.of());
        server.bind(AuditTrail.class, (action, entity, id, detail) -> AUDIT.add(action + " " + id + " " + detail));
        server.bind(Outbox.class, (type, aggregateId, data) -> EVENTS.add(type + " " + data));
        server.bind(BusinessClock.class, new BusinessClock() {
            @Override
            public Instant now() {
                return today.atTime(12, 0).atZone(zone()).toInstant();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Berlin");
            }
        });
        return server;
    }
}
