package net.dotmac.system.walls;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.dotmac.batch.BillingRunJobs;
import net.dotmac.billing.BillingAccountData;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.billing.BillingRunRequest;
import net.dotmac.billing.BillingRunService;
import net.dotmac.billing.ClaimedDelivery;
import net.dotmac.billing.DebitLine;
import net.dotmac.billing.DebitNoteRequest;
import net.dotmac.billing.DebitNoteService;
import net.dotmac.billing.InvoiceMailService;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.PromotionData;
import net.dotmac.catalog.PromotionService;
import net.dotmac.catalog.PromotionUse;
import net.dotmac.customers.TimelineFact;
import net.dotmac.customers.TimelineService;
import net.dotmac.events.Event;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.DayChoice;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerService;
import net.dotmac.networking.DeviceService;
import net.dotmac.networking.PollingService;
import net.dotmac.networking.domain.PollTask;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentService;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderService;
import net.dotmac.services.PriceChangeData;
import net.dotmac.services.PriceChangeService;
import net.dotmac.services.PriceRule;
import net.dotmac.services.ProductService;
import net.dotmac.usage.RadiusAccountingService;
import net.dotmac.usage.RadiusEntry;
import net.dotmac.usage.RadiusEvent;
import net.dotmac.usage.UsageEntry;
import net.dotmac.usage.UsageFile;
import net.dotmac.usage.UsageIntakeService;
import net.dotmac.usage.UsageOutcome;
import net.dotmac.usage.UsageRecord;
import net.dotmac.usage.UsageService;

/** Calls whose forms hold ids: each right in everything but one id, which is another tenant's. */
final class ForeignForms {

    private final TwoTenants world;
    private final Map<String, UUID> foreign;
    private final Map<String, UUID> own;
    private final Map<String, Callable<?>> calls = new LinkedHashMap<>();

    ForeignForms(TwoTenants world, Map<String, UUID> foreign, Map<String, UUID> own) {
        this.world = world;
        this.foreign = foreign;
        this.own = own;
        catalog();
        orders();
        prices();
        items();
        billing();
        promotions();
        jobs(foreign.get("billing.billing_account.id"));
        networking();
        money();
        mails();
        timeline();
    }

    /** Calls by {@code Service.method: the id that is another's}. */
    Map<String, Callable<?>> calls() {
        return calls;
    }

    private void catalog() {
        CatalogService catalog = world.service(CatalogService.class);
        add(
                "CatalogService.createOffering: specification",
                () -> catalog.createOffering(offering("catalog.specification.id", List.of())));
        add(
                "CatalogService.createOffering: price",
                () -> catalog.createOffering(offering(null, List.of(foreign.get("catalog.offering_price.id")))));
        add(
                "CatalogService.changeOffering: price",
                () -> catalog.changeOffering(
                        own.get("catalog.offering.id"),
                        offering(null, List.of(foreign.get("catalog.offering_price.id"))),
                        null));
    }

    private void promotions() {
        PromotionService promotions = world.service(PromotionService.class);
        add(
                "PromotionService.create: offering",
                () -> promotions.create(new PromotionData(
                        "FOREIGN",
                        "Foreign",
                        PromotionData.PERCENT,
                        BigDecimal.TEN,
                        null,
                        1,
                        TwoTenants.TODAY,
                        null,
                        null,
                        1,
                        List.of(foreign.get("catalog.offering.id")))));
        add(
                "PromotionService.use: code",
                () -> promotions.use(new PromotionUse(
                        TenantLife.promotion(TwoTenants.OWNER),
                        own.get("services.product_order.id"),
                        "1",
                        own.get("catalog.offering.id"),
                        own.get("customers.customer.id"),
                        "NZD",
                        TwoTenants.TODAY)));
    }

    private OfferingData offering(String specification, List<UUID> prices) {
        return new OfferingData(
                "Fibre", null, specification == null ? null : foreign.get(specification), prices, null, "Active");
    }

    private void orders() {
        String customer = "customers.customer.id";
        String offering = "catalog.offering.id";
        String account = "billing.billing_account.id";
        String product = "services.product.id";
        add("OrderService.place: customer", () -> place(foreign, customer, add(own, offering, own, account)));
        add("OrderService.place: offering", () -> place(own, customer, add(foreign, offering, own, account)));
        add("OrderService.place: payer", () -> place(own, customer, add(own, offering, foreign, account)));
        add(
                "OrderService.place: product",
                () -> place(
                        own,
                        customer,
                        new OrderData.Item(
                                "1", OrderData.Action.DELETE, 1, null, null, foreign.get(product), List.of())));
    }

    private void prices() {
        PriceChangeService changes = world.service(PriceChangeService.class);
        for (String id : List.of("catalog.offering.id", "catalog.offering_price.id")) {
            boolean isOffering = id.equals("catalog.offering.id");
            PriceChangeData data = new PriceChangeData(
                    "Rise",
                    isOffering ? foreign.get(id) : null,
                    isOffering ? null : foreign.get(id),
                    null,
                    false,
                    new PriceRule(PriceRule.Kind.PERCENT, BigDecimal.TEN),
                    TwoTenants.TODAY.plusDays(1));
            add("PriceChangeService.preview: " + id, () -> {
                int products = changes.preview(data).products();
                return products == 0 ? null : "a preview of " + products + " products of another";
            });
            add("PriceChangeService.plan: " + id, () -> changes.plan(data));
        }
    }

    private void items() {
        add("ProductService.settleItems: item", () -> {
            Map<UUID, LocalDate> ends = new HashMap<>();
            ends.put(foreign.get("services.subscription_item.id"), null);
            world.service(ProductService.class).settleItems(ends);
            return null;
        });
    }

    private static OrderData.Item add(
            Map<String, UUID> offerings, String offering, Map<String, UUID> accounts, String account) {
        return new OrderData.Item(
                "1", OrderData.Action.ADD, 1, offerings.get(offering), accounts.get(account), null, List.of());
    }

    private Object place(Map<String, UUID> customers, String customer, OrderData.Item item) {
        return world.service(OrderService.class)
                .place(new OrderData(null, null, customers.get(customer), TwoTenants.TODAY, List.of(item)));
    }

    private void billing() {
        UUID customer = foreign.get("customers.customer.id");
        BillingAccountData data = new BillingAccountData(null, "Anna", customer, "NZD", 1, 14, TaxTreatment.STANDARD);
        BillingAccountService accounts = world.service(BillingAccountService.class);
        add("BillingAccountService.create: customer", () -> accounts.create(data));
        BillingRunService runs = world.service(BillingRunService.class);
        add("BillingRunService.start: account", () -> {
            UUID account = foreign.get("billing.billing_account.id");
            int found = runs.start(new BillingRunRequest(TwoTenants.TODAY, false, List.of(account)))
                    .accounts();
            return found == 0 ? null : "a run with " + found + " accounts of another";
        });
        DebitNoteService debits = world.service(DebitNoteService.class);
        add(
                "DebitNoteService.issue: invoice",
                () -> debits.issue(
                        own.get("billing.billing_account.id"),
                        new DebitNoteRequest(
                                null,
                                "forgotten",
                                foreign.get("billing.invoice.id"),
                                List.of(DebitLine.lateFee("Late", Money.of("5", "NZD"))))));
    }

    private void mails() {
        ClaimedDelivery delivery = new ClaimedDelivery(
                foreign.get("billing.invoice.id"), 1, "a@example.org", "<1@example.org>", 0, Instant.now());
        InvoiceMailService mails = world.service(InvoiceMailService.class);
        add("InvoiceMailService.sent: delivery", () -> {
            mails.sent(delivery);
            return null;
        });
        add("InvoiceMailService.failed: delivery", () -> {
            mails.failed(delivery, "refused", true);
            return null;
        });
    }

    /** The jobs' own entry starts the same run and fires an event after it. */
    private void jobs(UUID account) {
        BillingRunJobs jobs = world.service(BillingRunJobs.class);
        add("BillingRunJobs.start: account", () -> {
            int found = jobs.start(new BillingRunRequest(TwoTenants.TODAY, true, List.of(account)))
                    .accounts();
            return found == 0 ? null : "a run with " + found + " accounts of another";
        });
    }

    private void networking() {
        DeviceService devices = world.service(DeviceService.class);
        UUID site = foreign.get("networking.site.id");
        add("DeviceService.create: site", () -> devices.create(Specimens.device(site)));
        add(
                "DeviceService.change: site",
                () -> devices.change(own.get("networking.device.id"), Specimens.device(site), null));
        PollingService polling = world.service(PollingService.class);
        add("PollingService.store: device", () -> {
            PollTask task = new PollTask(
                    foreign.get("networking.device.id"),
                    null,
                    30,
                    0,
                    true,
                    net.dotmac.networking.DeviceStatus.UNKNOWN,
                    0,
                    0);
            polling.store(List.of(TenantLife.answered(task, "up")));
            return null;
        });
    }

    private void money() {
        UUID account = foreign.get("billing.billing_account.id");
        PaymentService payments = world.service(PaymentService.class);
        add("PaymentService.record: account", () -> payments.record(payment(account, null)));
        add("PaymentService.recordAsCredit: account", () -> payments.recordAsCredit(payment(account, null)));
        add(
                "PaymentService.record: invoice",
                () -> payments.record(
                        payment(own.get("billing.billing_account.id"), foreign.get("billing.invoice.id"))));
        LedgerService ledger = world.service(LedgerService.class);
        add("LedgerService.bookDocuments: document", () -> {
            ledger.bookDocuments(List.of(new DocumentPosting(
                    foreign.get("billing.invoice.id"),
                    account,
                    "NZD",
                    List.of(new DocumentPosting.Part("standard 15", 100, 15)),
                    TwoTenants.TODAY,
                    TwoTenants.TODAY)));
            return null;
        });
        add("LedgerService.bookWriteOff: document", () -> {
            ledger.bookWriteOff(new DocumentPosting(
                    Ids.next(),
                    account,
                    "NZD",
                    List.of(new DocumentPosting.Part("standard 15", -100, -15)),
                    TwoTenants.TODAY,
                    TwoTenants.TODAY));
            return null;
        });
        add("LedgerService.bookPayment: account", () -> {
            ledger.bookPayment(
                    foreign.get("payments.payment.id"),
                    account,
                    new Money(1, "NZD"),
                    TwoTenants.TODAY,
                    DayChoice.GIVEN);
            return null;
        });
        calls.putAll(BankLife.foreignForms(world, own, foreign));
        calls.putAll(CollectionsLife.foreignForms(world, foreign));
        calls.putAll(ImportLife.foreignForms(world, foreign));
        calls.putAll(DebitLife.foreignForms(world, foreign));
        calls.putAll(PrepaidLife.foreignForms(world, own, foreign));
        calls.putAll(PayoutLife.foreignForms(world, own, foreign));
        UsageService usage = world.service(UsageService.class);
        add("RadiusAccountingService.take: product", () -> world
                .service(RadiusAccountingService.class)
                .take(List.of(new RadiusEntry(
                        1,
                        new RadiusEvent(
                                "nas",
                                "session",
                                foreign.get("services.product.id"),
                                "stop",
                                Instant.parse("2027-03-19T00:00:00Z"),
                                1,
                                1,
                                0,
                                1,
                                0),
                        null)))
                .stream()
                .filter(outcome -> !outcome.outcome().equals(UsageOutcome.REFUSED))
                .toList());
        UsageIntakeService intake = world.service(UsageIntakeService.class);
        add("UsageIntakeService.take: product", () -> intake.take(List.of(new UsageEntry(
                        1,
                        new UsageRecord(
                                "test",
                                "foreign-2",
                                foreign.get("services.product.id"),
                                "GB",
                                BigDecimal.ONE,
                                Instant.parse("2027-03-19T00:00:00Z")),
                        null)))
                .batch()
                .accepted());
        add(
                "UsageIntakeService.takeFile: product",
                () -> intake.takeFile(new UsageFile(
                        "foreign.csv",
                        "test",
                        ("sourceId,productId,unitOfMeasure,quantity,usedAt\nforeign-3,"
                                        + foreign.get("services.product.id") + ",GB,1,2027-03-19T00:00:00Z\n")
                                .getBytes(StandardCharsets.UTF_8))));
        add("UsageService.record: product", () -> {
            usage.record(List.of(new UsageRecord(
                    "test",
                    "foreign-1",
                    foreign.get("services.product.id"),
                    "GB",
                    BigDecimal.ONE,
                    Instant.parse("2027-03-19T00:00:00Z"))));
            return null;
        });
    }

    private void timeline() {
        TimelineService timeline = world.service(TimelineService.class);
        add("TimelineService.append: customer", () -> {
            Event event = new Event(
                    TwoTenants.STRANGER,
                    1,
                    Ids.next(),
                    "test.facts.happened.v1",
                    "1",
                    "test",
                    "test",
                    Instant.parse("2027-03-19T00:00:00Z"),
                    Map.of());
            timeline.append(
                    event,
                    "test.facts.happened.v1",
                    List.of(new TimelineFact(foreign.get("customers.customer.id"), Ids.next(), Map.of())));
            return null;
        });
    }

    private static PaymentData payment(UUID account, UUID invoice) {
        return new PaymentData(account, new Money(100, "NZD"), "cash", null, null, null, null, invoice);
    }

    private void add(String name, Callable<?> call) {
        calls.put(name, call);
    }
}
