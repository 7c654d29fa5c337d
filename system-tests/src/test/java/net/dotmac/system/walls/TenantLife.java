package net.dotmac.system.walls;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.AccountDocuments;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.BillingRunService;
import net.dotmac.billing.CreditRequest;
import net.dotmac.billing.DebitLine;
import net.dotmac.billing.DebitNoteRequest;
import net.dotmac.billing.DebitNoteService;
import net.dotmac.billing.DocumentService;
import net.dotmac.billing.DocumentSettings;
import net.dotmac.billing.DocumentSettingsService;
import net.dotmac.billing.InvoiceDeliveryService;
import net.dotmac.billing.InvoiceDetails;
import net.dotmac.billing.InvoiceService;
import net.dotmac.billing.NumberService;
import net.dotmac.billing.RunApprovalService;
import net.dotmac.billing.RunPolicy;
import net.dotmac.billing.TaxRateService;
import net.dotmac.billing.UsagePolicy;
import net.dotmac.billing.UsagePolicyService;
import net.dotmac.billing.WriteOffRequest;
import net.dotmac.billing.WriteOffService;
import net.dotmac.billing.domain.TaxPointRule;
import net.dotmac.catalog.PromotionData;
import net.dotmac.catalog.PromotionService;
import net.dotmac.identity.IdempotencyService;
import net.dotmac.identity.SavedFilterService;
import net.dotmac.identity.StoredAnswer;
import net.dotmac.identity.TokenService;
import net.dotmac.identity.UserService;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.ChartEntry;
import net.dotmac.ledger.ChartService;
import net.dotmac.ledger.ChosenDays;
import net.dotmac.ledger.ExportFormat;
import net.dotmac.ledger.ExportRequest;
import net.dotmac.ledger.ExportService;
import net.dotmac.ledger.LedgerAccount;
import net.dotmac.ledger.PeriodService;
import net.dotmac.networking.AlarmService;
import net.dotmac.networking.DeviceClass;
import net.dotmac.networking.DeviceData;
import net.dotmac.networking.DeviceService;
import net.dotmac.networking.PollingService;
import net.dotmac.networking.SiteService;
import net.dotmac.networking.domain.DeviceClocks;
import net.dotmac.networking.domain.PollOutcome;
import net.dotmac.networking.domain.PollTask;
import net.dotmac.networking.domain.PolledDevice;
import net.dotmac.networking.domain.PolledInterface;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentService;
import net.dotmac.services.Discount;
import net.dotmac.services.LockData;
import net.dotmac.services.LockReason;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderService;
import net.dotmac.services.OrderedDiscount;
import net.dotmac.services.PriceChangeData;
import net.dotmac.services.PriceChangeService;
import net.dotmac.services.PriceRule;
import net.dotmac.services.ProductLockService;
import net.dotmac.services.ProductService;
import net.dotmac.snmp.SnmpCredentials;
import net.dotmac.snmp.SnmpVersion;
import net.dotmac.usage.RadiusAccountingService;
import net.dotmac.usage.RadiusEntry;
import net.dotmac.usage.RadiusEvent;
import net.dotmac.usage.UsageEntry;
import net.dotmac.usage.UsageIntakeService;

/** Lives through some days of one tenant by his own services, until every table has a row of his. */
final class TenantLife {

    private final TwoTenants world;
    private final UUID tenant;

    TenantLife(TwoTenants world, UUID tenant) {
        this.world = world;
        this.tenant = tenant;
    }

    void live() throws SQLException {
        documents();
        bill();
        payAndCredit();
        BankLife.live(world, tenant);
        CollectionsLife.live(world, tenant);
        ImportLife.live(world, tenant);
        DebitLife.live(world, tenant);
        PrepaidLife.live(world, tenant);
        world.as(tenant, this::use);
        closeBooks();
        world.as(tenant, this::order);
        world.as(tenant, this::reprice);
        world.as(tenant, this::lock);
        network();
        people();
        logged();
    }

    private void documents() {
        world.as(tenant, () -> world.service(DocumentSettingsService.class)
                .put(new DocumentSettings("ubl", null, null)));
        world.as(tenant, () -> world.service(NumberService.class).change("invoice", "RE{yyyy}-{000000}"));
        world.as(tenant, () -> world.service(RunApprovalService.class).changePolicy(new RunPolicy(false)));
        world.as(tenant, () -> {
            world.service(TaxRateService.class).changeRule(TaxPointRule.PERIOD_END);
            return null;
        });
        world.as(tenant, () -> world.service(UsagePolicyService.class).change(new UsagePolicy("nextPeriod")));
        BillingAccountService accounts = world.service(BillingAccountService.class);
        world.as(tenant, () -> {
            for (BillingAccountDetails account : accounts.list(Query.all()).rows()) {
                accounts.changeDocuments(account.id(), new AccountDocuments("B-1", "PO-1", null, null, null), null);
            }
            return null;
        });
    }

    private void bill() {
        BillingRunService runs = world.service(BillingRunService.class);
        for (boolean isPreview : new boolean[] {true, false}) {
            BillingRunDetails run =
                    world.as(tenant, () -> runs.start(new BillingRunRequest(TwoTenants.TODAY, isPreview, null)));
            while (world.as(tenant, () -> runs.processNextSlice(run.id()))) {}
            world.as(tenant, () -> runs.finish(run.id()));
        }
    }

    private void payAndCredit() {
        InvoiceService invoices = world.service(InvoiceService.class);
        List<InvoiceDetails> issued =
                world.as(tenant, () -> invoices.list(Query.all()).rows());
        InvoiceDetails paid = issued.get(0);
        world.as(tenant, () -> world.service(PaymentService.class)
                .record(new PaymentData(
                        paid.billingAccountId(),
                        new Money(paid.grossMinor() + 1, paid.currency()),
                        "bankTransfer",
                        null,
                        null,
                        "rent",
                        TwoTenants.TODAY.minusMonths(1),
                        null)));
        InvoiceDetails wrong = issued.get(1);
        world.as(tenant, () -> invoices.credit(wrong.id(), CreditRequest.whole("wrong")));
        world.as(tenant, () -> world.service(DocumentService.class).pdf(wrong.id()));
        UUID fee = world.as(tenant, () -> world.service(DebitNoteService.class)
                .issue(
                        wrong.billingAccountId(),
                        new DebitNoteRequest(
                                null,
                                "paid late",
                                null,
                                List.of(DebitLine.lateFee("Late", new Money(500, wrong.currency()))))));
        world.as(tenant, () -> world.service(WriteOffService.class)
                .writeOff(fee, new WriteOffRequest(null, true, "insolvent")));
        world.as(tenant, () -> {
            world.service(InvoiceDeliveryService.class).queue(wrong.id());
            return null;
        });
        world.as(tenant, () -> world.service(BillingAccountService.class).hold(paid.billingAccountId(), "disputed"));
    }

    /** A session, and a record that can't be read, so that each table of deliveries has a row. */
    private Object use() {
        UUID product = world.service(ProductService.class)
                .list(Query.all())
                .rows()
                .get(0)
                .id();
        world.service(RadiusAccountingService.class)
                .take(List.of(new RadiusEntry(
                        1,
                        new RadiusEvent(
                                "nas-1",
                                "session-1",
                                product,
                                "interim",
                                TwoTenants.TODAY.atTime(1, 0).toInstant(ZoneOffset.UTC),
                                60,
                                1_000_000,
                                0,
                                1_000_000,
                                1),
                        null)));
        return world.service(UsageIntakeService.class).take(List.of(new UsageEntry(1, null, "unreadable")));
    }

    private void closeBooks() {
        PeriodService periods = world.service(PeriodService.class);
        YearMonth month = YearMonth.from(TwoTenants.TODAY).minusMonths(1);
        world.as(tenant, () -> periods.close(month));
        world.as(tenant, () -> world.service(ExportService.class)
                .export(new ExportRequest(ExportFormat.XERO, null, month, month, null, null, false)));
        world.as(tenant, () -> {
            periods.setChosenDays(ChosenDays.FORWARD);
            world.service(ChartService.class)
                    .put(new ChartEntry(LedgerAccount.REVENUE, "standard 15", "4015", "Internet", false, false));
            return null;
        });
    }

    private Object order() {
        var payer = world.service(BillingAccountService.class)
                .list(Query.all())
                .rows()
                .get(2);
        var product =
                world.service(ProductService.class).list(Query.all()).rows().get(0);
        String code = promotion(tenant);
        world.service(PromotionService.class)
                .create(new PromotionData(
                        code,
                        "Spring",
                        PromotionData.PERCENT,
                        BigDecimal.TEN,
                        null,
                        3,
                        TwoTenants.TODAY,
                        null,
                        null,
                        5,
                        List.of(product.offeringId())));
        return world.service(OrderService.class)
                .place(new OrderData(
                        null,
                        null,
                        payer.customerId(),
                        TwoTenants.TODAY,
                        List.of(new OrderData.Item(
                                "1",
                                OrderData.Action.ADD,
                                1,
                                product.offeringId(),
                                payer.id(),
                                null,
                                List.of(discount()),
                                code))));
    }

    /** The code of a tenant's own promotion. */
    static String promotion(UUID tenant) {
        return "SPRING-" + tenant.toString().substring(24).toUpperCase(Locale.ROOT);
    }

    private Object reprice() {
        UUID offering = world.service(ProductService.class)
                .list(Query.all())
                .rows()
                .get(0)
                .offeringId();
        return world.service(PriceChangeService.class)
                .plan(new PriceChangeData(
                        "Rise",
                        offering,
                        null,
                        null,
                        false,
                        new PriceRule(PriceRule.Kind.PERCENT, BigDecimal.TEN),
                        TwoTenants.TODAY.plusDays(1)));
    }

    private Object lock() {
        ProductLockService locks = world.service(ProductLockService.class);
        locks.setPolicy(LockReason.FAIR_USE, false);
        UUID product = world.service(ProductService.class)
                .list(Query.all())
                .rows()
                .get(0)
                .id();
        return locks.lock(product, new LockData(LockReason.CUSTOMER, null, null, null, "on holiday"));
    }

    private static OrderedDiscount discount() {
        return new OrderedDiscount(new Discount("Welcome", Discount.Kind.PERCENT, BigDecimal.TEN, null, null), null);
    }

    private void network() {
        UUID site = world.as(tenant, () -> world.service(SiteService.class).create("Tower", "on the hill"))
                .id();
        DeviceService devices = world.service(DeviceService.class);
        UUID device = world.as(
                        tenant,
                        () -> devices.create(new DeviceData(
                                "core-1",
                                site,
                                DeviceClass.ROUTER,
                                tenant.equals(TwoTenants.OWNER) ? "192.0.2.1" : "192.0.2.2",
                                161,
                                SnmpVersion.V2C,
                                new SnmpCredentials.Community("public"),
                                true,
                                30)))
                .id();
        PollingService polling = world.service(PollingService.class);
        PollTask task = world.as(tenant, () -> polling.claim(1)).get(0);
        for (String status : List.of("up", "down")) {
            world.as(tenant, () -> polling.store(List.of(answered(task, status))));
        }
        world.as(tenant, () -> {
            devices.monitorInterface(devices.interfaces(device).get(0).id(), true);
            return null;
        });
        world.as(tenant, () -> polling.store(List.of(answered(task, "down"))));
        AlarmService alarms = world.service(AlarmService.class);
        world.as(tenant, () -> {
            UUID alarm = alarms.list(Query.all()).rows().get(0).id();
            return alarms.comment(alarm, "on my way");
        });
    }

    static PollOutcome answered(PollTask task, String operStatus) {
        return new PollOutcome(
                task,
                new PolledDevice.Reached(
                        task.deviceId(),
                        Instant.now(),
                        new DeviceClocks(100_000, 1, 1_000),
                        "core-1",
                        "a router",
                        "1.3.6.1.4.1.8072",
                        List.of(new PolledInterface(1, "eth0", "uplink", 1_000L, "up", operStatus, 64, Map.of())),
                        true));
    }

    private void people() {
        world.as(tenant, () -> {
            UUID user = world.service(UserService.class)
                    .find(Query.all())
                    .rows()
                    .get(0)
                    .id();
            world.service(SavedFilterService.class).save("customers", "Late payers", "status=active");
            world.service(TokenService.class).start(user, "0".repeat(64));
            IdempotencyService keys = world.service(IdempotencyService.class);
            keys.claim("key", "hash");
            keys.keep("key", new StoredAnswer(201, "/x", null, new byte[0]));
            return null;
        });
    }

    /** What the relay and the consumers write on their own connections. */
    private void logged() throws SQLException {
        UUID customer = world.as(tenant, () -> world.service(BillingAccountService.class)
                .list(Query.all())
                .rows()
                .get(0)
                .customerId());
        try (Connection superuser = world.server.superuser()) {
            insert(
                    superuser,
                    "insert into events.event_log (tenant_id, position, id, type, aggregate_id, actor, correlation_id, "
                            + "occurred_at, data) select tenant_id, row_number() over (order by id), id, type, aggregate_id, "
                            + "actor, correlation_id, occurred_at, data from events.outbox where tenant_id = ?",
                    tenant);
            insert(
                    superuser,
                    "insert into events.consumer_position (tenant_id, consumer, position) values (?, 'timeline', 1)",
                    tenant);
            insert(
                    superuser,
                    "insert into events.dead_letter (tenant_id, consumer, position, attempts, error) "
                            + "values (?, 'timeline', 1, 1, 'none')",
                    tenant);
            insert(
                    superuser,
                    "insert into customers.timeline_entry (tenant_id, customer_id, position, event_id, type, actor, "
                            + "happened_at, data) values (?, ?, 1, ?, 'x', 'y', now(), '{}')",
                    tenant,
                    customer,
                    Ids.next());
            insert(superuser, "select networking.make_sample_partitions('2027-03-20', 1)");
            insert(
                    superuser,
                    "insert into networking.interface_sample (tenant_id, interface_id, at, oper_up) "
                            + "select tenant_id, id, '2027-03-20T10:00:00Z', true from networking.device_interface "
                            + "where tenant_id = ?",
                    tenant);
            insert(
                    superuser,
                    "insert into platform.business_clock (tenant_id, ahead) values (?, interval '0')",
                    tenant);
        }
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
