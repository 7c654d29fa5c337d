package net.dotmac.prepaid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.billing.AccountPayers;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.InvoiceNumbers;
import net.dotmac.billing.InvoiceSettlements;
import net.dotmac.billing.MailSettings;
import net.dotmac.billing.TaxRateDetails;
import net.dotmac.billing.TaxRateService;
import net.dotmac.billing.persistence.UnservedLineReader;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.customers.PostalAddress;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Secrets;
import net.dotmac.kernel.persistence.DatabaseException;
import net.dotmac.ledger.DocumentNumbers;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.TrialBalance;
import net.dotmac.ledger.UnservedRevenue;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentDetails;
import net.dotmac.payments.PaymentService;
import net.dotmac.platform.AesGcmSecrets;
import net.dotmac.platform.persistence.JdbcAuditTrail;
import net.dotmac.services.Payers;

/** An ISP of its own with one customer and his account, and a clock that tests move. */
final class HoldingIsp {

    static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static volatile Instant now = at(LocalDate.of(2027, 1, 4));
    private static final DomainServer SERVER = server();

    final UUID tenant = Ids.next();
    final UUID customer;
    final UUID account;

    HoldingIsp() {
        moveTo(LocalDate.of(2027, 1, 4));
        addTenant();
        customer = call(() -> SERVER.get(CustomerService.class)
                .create(new CustomerData(
                        null,
                        "Anna Müller",
                        CustomerKind.HOUSEHOLD,
                        "anna@example.org",
                        null,
                        new PostalAddress("Hauptstraße 1", "10115", "Berlin", "DE"),
                        null,
                        "de",
                        null))
                .id());
        account = account();
        run(() -> SERVER.get(TaxRateService.class)
                .put(new TaxRateDetails("standard", "", new BigDecimal("19"), LocalDate.of(2000, 1, 1))));
    }

    /** Another account of the customer. */
    UUID account() {
        return call(() -> SERVER.get(BillingAccountService.class)
                .create(new BillingAccountData(null, "Home", customer, "EUR", 1, 14, null))
                .id());
    }

    static void moveTo(LocalDate day) {
        now = at(day);
    }

    static void moveTo(Instant instant) {
        now = instant;
    }

    static Instant now() {
        return now;
    }

    static LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    <T> T service(Class<T> type) {
        return SERVER.get(type);
    }

    <T> T call(Callable<T> work) {
        return SERVER.call(tenant, work);
    }

    void run(Runnable work) {
        SERVER.run(tenant, work);
    }

    UUID owe(String gross, LocalDate due) {
        UUID id = Ids.next();
        run(() -> service(LedgerService.class)
                .bookDocuments(List.of(new DocumentPosting(
                        id,
                        account,
                        "EUR",
                        List.of(new DocumentPosting.Part("none 0", eur(gross).minor(), 0)),
                        due.minusDays(14),
                        due))));
        return id;
    }

    UUID pay(String amount) {
        return call(() -> service(PaymentService.class)
                .record(new PaymentData(
                        account, eur(amount), "bankTransfer", Ids.next().toString(), null, null, null, null))
                .id());
    }

    PaymentDetails payment(UUID id) {
        return call(() -> service(PaymentService.class).get(id));
    }

    /** What is open of a document or payment, in minor units. */
    long open(UUID document) {
        return call(() -> service(LedgerService.class).items(List.of(document)))
                .get(document)
                .openMinor();
    }

    /** What the account of the ledger owes on a day, in minor units. */
    long owed(LedgerAccount account, LocalDate day) {
        return -trialBalance(day).accounts().stream()
                .filter(row -> row.account() == account)
                .mapToLong(TrialBalance.Row::balanceMinor)
                .sum();
    }

    long owed(LedgerAccount account) {
        return owed(account, today());
    }

    private TrialBalance trialBalance(LocalDate day) {
        return call(() -> service(LedgerService.class).trialBalance(day));
    }

    /** Every control account ties on each day from the first to a year ahead. */
    void assertBalanced() {
        for (LocalDate day : List.of(LocalDate.of(2027, 1, 4), today().minusDays(1), today(), today().plusYears(1))) {
            assertEquals(List.of(), trialBalance(day).differences(), "as of " + day);
        }
    }

    /** How many of four calls at once, each in its own transaction, went through; the others must have been refused. */
    int succeeded(Runnable work) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(() -> {
                    work.run();
                    return null;
                });
            }
            int done = 0;
            for (Future<Object> each : threads.invokeAll(all)) {
                try {
                    each.get();
                    done++;
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof DomainException || e.getCause() instanceof DatabaseException)) {
                        throw new AssertionError("neither done nor refused", e.getCause());
                    }
                }
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private void addTenant() {
        try (Connection connection = SERVER.superuser();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into platform.tenant (id, slug, legal_name, country, currency, zone, street, postcode, "
                                + "city, email, bank_account) values (?, ?, 'Nordnetz GmbH', 'DE', 'EUR', 'Europe/Berlin', "
                                + "'Hafenstraße 12', '20457', 'Hamburg', 'post@nordnetz.example', 'DE02120300000000202051')")) {
            insert.setObject(1, tenant);
            insert.setString(2, "p" + tenant.toString().substring(20));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(Clock.class, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        });
        server.bind(BusinessClock.class, new BusinessClock() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public ZoneId zone() {
                return ZONE;
            }
        });
        server.bind(Outbox.class, (type, aggregateId, data) -> EVENTS.add(type + " " + new HashMap<>(data)));
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
                        Duration.ofDays(31),
                        Duration.ofMinutes(5),
                        Duration.ofDays(1)));
        server.bind(Secrets.class, new AesGcmSecrets(List.of(Base64.getEncoder().encodeToString(new byte[32]))));
        server.bind(SettledDocuments.class, InvoiceSettlements.class);
        server.bind(UnservedRevenue.class, UnservedLineReader.class);
        server.bind(DocumentNumbers.class, InvoiceNumbers.class);
        server.bind(Payers.class, AccountPayers.class);
        return server;
    }
}
