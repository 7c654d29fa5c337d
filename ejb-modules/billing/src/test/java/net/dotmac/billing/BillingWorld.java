package net.dotmac.billing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.billing.persistence.UnservedLineReader;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.customers.PostalAddress;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.persistence.Database;
import net.dotmac.ledger.DocumentNumbers;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.UnservedRevenue;
import net.dotmac.services.Payers;
import net.dotmac.services.SubscriptionItem;
import net.dotmac.services.persistence.SubscriptionItemRepository;

/** A tenant of its own on a real database, with a clock that tests move. */
final class BillingWorld {

    static final MovedClock SYSTEM_CLOCK = new MovedClock();

    private static final DomainServer SERVER = server();
    private static volatile LocalDate today = LocalDate.of(2027, 5, 1);

    final UUID tenant = Ids.next();
    static final ConcurrentLinkedQueue<String> EVENTS = new ConcurrentLinkedQueue<>();

    BillingWorld() {
        today = LocalDate.of(2027, 5, 1);
        SERVER.run(tenant, () -> {});
        addTenant();
        run(() -> service(TaxRateService.class)
                .put(new TaxRateDetails("standard", "", new BigDecimal("20"), LocalDate.of(2000, 1, 1))));
    }

    /** The system's clock, and as far ahead of it as a test likes. */
    static final class MovedClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().truncatedTo(ChronoUnit.MICROS).plus(ahead);
        }
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(Clock.class, SYSTEM_CLOCK);
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
        server.bind(Outbox.class, (type, aggregateId, data) -> EVENTS.add(type + " " + data));
        server.bind(SettledDocuments.class, InvoiceSettlements.class);
        server.bind(Payers.class, AccountPayers.class);
        server.bind(UnservedRevenue.class, UnservedLineReader.class);
        server.bind(DocumentNumbers.class, InvoiceNumbers.class);
        server.bind(AuditTrail.class, (action, entity, entityId, detail) -> {});
        return server;
    }

    private void addTenant() {
        try (var connection = SERVER.superuser();
                var statement =
                        connection.prepareStatement("insert into platform.tenant (id, slug, legal_name, country, "
                                + "currency, zone, street, postcode, city) values (?, ?, 'Nordlicht Netz GmbH', 'DE', 'EUR', "
                                + "'Europe/Berlin', 'Hafenstraße 12', '20457', 'Hamburg')")) {
            statement.setObject(1, tenant);
            statement.setString(2, "t" + tenant.toString().substring(20));
            statement.execute();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What documents say of the seller from the next one on. */
    void seller(String vatId, String email, String bankAccount) {
        try (var connection = SERVER.superuser();
                var statement = connection.prepareStatement(
                        "update platform.tenant set vat_id = ?, email = ?, bank_account = ? where id = ?")) {
            statement.setString(1, vatId);
            statement.setString(2, email);
            statement.setString(3, bankAccount);
            statement.setObject(4, tenant);
            statement.execute();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static DomainServer outer() {
        return SERVER;
    }

    void setToday(String day) {
        today = LocalDate.parse(day);
    }

    <T> T service(Class<T> type) {
        return SERVER.get(type);
    }

    <T> T call(java.util.concurrent.Callable<T> work) {
        return SERVER.call(tenant, work);
    }

    void run(Runnable work) {
        SERVER.run(tenant, work);
    }

    Database database() {
        return SERVER.get(Database.class);
    }

    BillingAccountDetails account(int cycleDay) {
        return account(cycleDay, new PostalAddress("Hauptstraße 1", "10115", "Berlin", "DE"));
    }

    BillingAccountDetails account(int cycleDay, PostalAddress address) {
        return call(() -> {
            UUID customer = service(CustomerService.class)
                    .create(new CustomerData(
                            null,
                            "Anna Müller",
                            CustomerKind.HOUSEHOLD,
                            "a@example.org",
                            null,
                            address,
                            null,
                            "de",
                            null))
                    .id();
            return service(BillingAccountService.class)
                    .create(new BillingAccountData(null, "Home", customer, "EUR", cycleDay, 14, TaxTreatment.STANDARD));
        });
    }

    SubscriptionItem monthly(BillingAccountDetails account, String price, String start) {
        return item(
                account,
                new PriceTerms(
                        Ids.next(),
                        "Access",
                        PriceType.RECURRING,
                        ChargePeriod.MONTHLY,
                        new BigDecimal(price),
                        "EUR",
                        false,
                        "standard",
                        null),
                start);
    }

    SubscriptionItem metered(BillingAccountDetails account, UsageTariff tariff, String start) {
        return item(
                account,
                new PriceTerms(
                        Ids.next(), "Data", PriceType.USAGE, null, BigDecimal.ZERO, "EUR", false, "standard", tariff),
                start);
    }

    SubscriptionItem item(BillingAccountDetails account, PriceTerms terms, String start) {
        UUID product = Ids.next();
        SubscriptionItem item = new SubscriptionItem(
                Ids.next(),
                product,
                "Fibre 1000",
                account.id(),
                terms,
                BigDecimal.ONE,
                List.of(),
                LocalDate.parse(start),
                null);
        run(() -> {
            database()
                    .update(
                            "insert into services.product (tenant_id, id, name, status, customer_id, billing_account_id, "
                                    + "offering_id, offering_name, quantity, start_on, created_at) "
                                    + "values (?, ?, 'Fibre 1000', 'active', ?, ?, ?, 'Fibre', 1, ?, now())",
                            CallContext.current().tenantId(),
                            product,
                            account.customerId(),
                            account.id(),
                            product,
                            LocalDate.parse(start));
            service(SubscriptionItemRepository.class).add(item);
        });
        return item;
    }

    /** Starts a run and works it off on this thread. */
    BillingRunDetails bill(String date) {
        return workOff(call(() -> service(BillingRunService.class)
                        .start(new BillingRunRequest(LocalDate.parse(date), false, null)))
                .id());
    }

    BillingRunDetails preview(String date) {
        return workOff(call(() -> service(BillingRunService.class)
                        .start(new BillingRunRequest(LocalDate.parse(date), true, null)))
                .id());
    }

    BillingRunDetails workOff(UUID runId) {
        BillingRunService runs = service(BillingRunService.class);
        boolean isMore = true;
        while (isMore) {
            try {
                isMore = call(() -> runs.processNextSlice(runId));
            } catch (SliceFailedException e) {
                run(() -> runs.noteFailure(runId, e.slice(), e.getMessage()));
            }
        }
        return call(() -> runs.finish(runId));
    }

    List<InvoiceDetails> invoices() {
        return call(() -> service(InvoiceService.class)
                .list(net.dotmac.kernel.query.Query.all().page(0, 1000))
                .rows());
    }

    boolean isLedgerBalanced() {
        return call(() -> service(LedgerService.class)
                .trialBalance(LocalDate.of(9999, 1, 1))
                .isBalanced());
    }

    /** The sequence numbers of a kind in order. */
    List<Long> sequences(String kind) {
        return call(() -> database()
                .list(
                        "select sequence from billing.invoice where kind = ? order by sequence",
                        row -> row.getLong(1),
                        kind));
    }

    Map<String, Long> count(String... tables) {
        return call(() -> {
            Map<String, Long> counts = new java.util.TreeMap<>();
            for (String table : tables) {
                counts.put(
                        table,
                        database()
                                .first("select count(*) from " + table, row -> row.getLong(1))
                                .orElseThrow());
            }
            return counts;
        });
    }
}
