package net.dotmac.collections;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dotmac.billing.AccountPayers;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.InvoiceNumbers;
import net.dotmac.billing.InvoiceSettlements;
import net.dotmac.billing.MailSettings;
import net.dotmac.billing.TaxRateDetails;
import net.dotmac.billing.TaxRateService;
import net.dotmac.billing.persistence.UnservedLineReader;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.customers.CustomerData;
import net.dotmac.customers.CustomerKind;
import net.dotmac.customers.CustomerService;
import net.dotmac.customers.PostalAddress;
import net.dotmac.devtools.testing.DomainServer;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.query.Filter;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.DocumentNumbers;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.SettledDocuments;
import net.dotmac.ledger.UnservedRevenue;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentService;
import net.dotmac.platform.persistence.JdbcAuditTrail;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderService;
import net.dotmac.services.Payers;

/** An ISP of its own with one customer who has one product, and a clock that tests move. */
final class CollectingIsp {

    static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    static final Map<UUID, Long> IN_FLIGHT = new ConcurrentHashMap<>();
    private static volatile Instant now = at(LocalDate.of(2027, 1, 4));
    private static final DomainServer SERVER = server();

    final UUID tenant = Ids.next();
    final UUID customer;
    final UUID account;
    final UUID product;

    CollectingIsp() {
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
        account = call(() -> SERVER.get(BillingAccountService.class)
                .create(new BillingAccountData(null, "Home", customer, "EUR", 1, 14, null))
                .id());
        call(() -> {
            SERVER.get(TaxRateService.class)
                    .put(new TaxRateDetails("standard", "", new BigDecimal("19"), LocalDate.of(2000, 1, 1)));
            return null;
        });
        product = call(this::order);
    }

    private UUID order() {
        CatalogService catalog = SERVER.get(CatalogService.class);
        UUID price = catalog.createPrice(new PriceData(
                        new PriceTerms(
                                null,
                                "Fibre",
                                PriceType.RECURRING,
                                ChargePeriod.MONTHLY,
                                new BigDecimal("30"),
                                "EUR",
                                true,
                                "standard",
                                null),
                        List.of(),
                        null,
                        null))
                .id();
        UUID offering = catalog.createOffering(new OfferingData("Fibre 100", null, null, List.of(price), null, null))
                .id();
        return SERVER.get(OrderService.class)
                .place(new OrderData(
                        null,
                        null,
                        customer,
                        null,
                        List.of(new OrderData.Item("1", OrderData.Action.ADD, 1, offering, account, null, List.of()))))
                .data()
                .items()
                .get(0)
                .productId();
    }

    static void moveTo(LocalDate day) {
        now = at(day);
    }

    static void moveTo(Instant instant) {
        now = instant;
    }

    static LocalDate today() {
        return LocalDate.ofInstant(now, ZoneId.of("Europe/Berlin"));
    }

    static Instant now() {
        return now;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant();
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

    /** The round of a day. */
    void round(LocalDate day) {
        moveTo(day);
        run(() -> service(DunningRound.class).run());
    }

    /** The rounds of all days up to one, both included. */
    void roundsTo(LocalDate day) {
        for (LocalDate each = today().plusDays(1); !each.isAfter(day); each = each.plusDays(1)) {
            round(each);
        }
    }

    UUID owe(String gross, LocalDate due) {
        UUID id = Ids.next();
        run(() -> service(LedgerService.class)
                .bookDocuments(List.of(new DocumentPosting(
                        id,
                        account,
                        "EUR",
                        List.of(new DocumentPosting.Part(
                                "none 0", Money.of(gross, "EUR").minor(), 0)),
                        due.minusDays(14),
                        due))));
        return id;
    }

    /** A payment, and what the consumer of its event does. @return its id */
    UUID pay(String amount) {
        UUID id = call(() -> service(PaymentService.class)
                .record(new PaymentData(
                        account,
                        Money.of(amount, "EUR"),
                        "bankTransfer",
                        Ids.next().toString(),
                        null,
                        null,
                        null,
                        null))
                .id());
        run(() -> service(DunningService.class).review(account));
        return id;
    }

    /** The account's latest case. */
    CaseDetails theCase() {
        List<CaseDetails> cases = cases();
        return cases.get(cases.size() - 1);
    }

    List<CaseDetails> cases() {
        return call(() -> service(CaseService.class)
                .list(Query.where(Filter.equal("billingAccountId", account.toString())))
                .rows());
    }

    List<CaseEntry> history() {
        UUID id = theCase().id();
        return call(() -> service(CaseService.class).history(id));
    }

    /** What the latest case has charged. */
    List<Fee> fees() {
        UUID id = theCase().id();
        return call(() -> service(FeeService.class).ofCase(id));
    }

    /** The days on which the case was stepped, in their order. */
    List<LocalDate> steps() {
        return history().stream()
                .filter(entry -> entry.kind().equals("stepped"))
                .map(CaseEntry::day)
                .sorted()
                .toList();
    }

    static DunningPolicy policy(DunningStep... steps) {
        return new DunningPolicy(
                DunningPolicy.DEFAULT,
                3,
                new BigDecimal("5"),
                List.of(steps),
                new DunningPolicy.LateFee(new BigDecimal("5"), new BigDecimal("5"), new BigDecimal("25")),
                new DunningPolicy.ReconnectFee(new BigDecimal("11.90"), "standard", true));
    }

    static DunningStep after(int days, DunningAction... actions) {
        return new DunningStep(days, false, List.of(actions));
    }

    DunningPolicy usual() {
        DunningPolicy policy = policy(
                after(7, DunningAction.NOTICE),
                after(14, DunningAction.NOTICE, DunningAction.LATE_FEE),
                after(21, DunningAction.NOTICE, DunningAction.SUSPEND),
                after(60, DunningAction.TERMINATE));
        return call(() -> service(DunningPolicyService.class).put(policy));
    }

    private void addTenant() {
        try (Connection connection = SERVER.superuser();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into platform.tenant (id, slug, legal_name, country, currency, zone, street, postcode, "
                                + "city, email, bank_account) values (?, ?, 'Nordnetz GmbH', 'DE', 'EUR', 'Europe/Berlin', "
                                + "'Hafenstraße 12', '20457', 'Hamburg', 'post@nordnetz.example', 'DE02120300000000202051')")) {
            insert.setObject(1, tenant);
            insert.setString(2, "c" + tenant.toString().substring(20));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DomainServer server() {
        DomainServer server = new DomainServer();
        server.bind(Clock.class, Clock.systemUTC());
        server.bind(BusinessClock.class, new BusinessClock() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Berlin");
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
        server.bind(DebitsInFlight.class, accounts -> {
            Map<UUID, Long> found = new HashMap<>(IN_FLIGHT);
            found.keySet().retainAll(accounts);
            return found;
        });
        server.bind(SettledDocuments.class, InvoiceSettlements.class);
        server.bind(UnservedRevenue.class, UnservedLineReader.class);
        server.bind(DocumentNumbers.class, InvoiceNumbers.class);
        server.bind(Payers.class, AccountPayers.class);
        return server;
    }
}
