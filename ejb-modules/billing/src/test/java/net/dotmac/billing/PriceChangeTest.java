package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.LockData;
import net.dotmac.services.LockDetails;
import net.dotmac.services.LockReason;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderData.Action;
import net.dotmac.services.OrderService;
import net.dotmac.services.PriceChangeData;
import net.dotmac.services.PriceChangeDetails;
import net.dotmac.services.PriceChangeItem;
import net.dotmac.services.PriceChangePreview;
import net.dotmac.services.PriceChangeService;
import net.dotmac.services.PriceRule;
import net.dotmac.services.ProductLockService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rise of prices: looked at, planned, withdrawn or applied, and billed. Today is 1 May 2027. */
@Tag("behavior")
class PriceChangeTest {

    private BillingWorld world;
    private BillingAccountDetails account;
    private PriceChangeService changes;

    @BeforeEach
    void begin() {
        world = new BillingWorld();
        account = world.account(1);
        changes = world.service(PriceChangeService.class);
    }

    @Test
    void eachProductChangesWithItsNextPeriod() {
        UUID monthly = offering(null, "39.90", ChargePeriod.MONTHLY);
        UUID quarterly = offering(null, "90.00", new ChargePeriod(ChargePeriod.Unit.MONTH, 3));
        order(Action.ADD, monthly, null, "2027-05-01");
        order(Action.ADD, quarterly, null, "2027-05-01");
        bill("2027-05-01");
        plan(data(monthly, PriceRule.Kind.PERCENT, "5", "2027-06-15"));
        plan(data(quarterly, PriceRule.Kind.AMOUNT, "3", "2027-06-15"));
        for (String day : List.of("2027-06-01", "2027-07-01", "2027-08-01")) {
            world.setToday(day);
            apply();
            bill(day);
        }
        assertEquals(
                List.of(
                        "2027-05-01 2027-06-01 3990",
                        "2027-05-01 2027-08-01 9000",
                        "2027-06-01 2027-07-01 3990",
                        "2027-07-01 2027-08-01 4190",
                        "2027-08-01 2027-09-01 4190",
                        "2027-08-01 2027-11-01 9300"),
                lines());
        assertEquals(List.of("applied", "applied"), world.call(() -> changes.list(Query.all())
                .map(PriceChangeDetails::state)
                .rows()));
    }

    @Test
    void thePreviewSaysWhatItComesToAndKeepsNothing() {
        UUID offering = offering(12, "10.00", ChargePeriod.MONTHLY);
        order(Action.ADD, offering, null, "2027-05-01");
        UUID free = offering(null, "120.00", new ChargePeriod(ChargePeriod.Unit.YEAR, 1));
        order(Action.ADD, free, null, "2027-05-01");
        assertEquals(
                0,
                preview(data(offering, PriceRule.Kind.PRICE, "12", "2027-07-01"))
                        .products());
        PriceChangePreview preview = preview(data(free, PriceRule.Kind.PERCENT, "10", "2027-07-01"));
        assertEquals(1, preview.products());
        assertEquals(
                List.of(new PriceChangePreview.Sum("EUR", new BigDecimal("10.00"), new BigDecimal("11.00"))),
                preview.sums());
        assertEquals(LocalDate.of(2028, 5, 1), preview.first().get(0).from());
        assertEquals(0, world.count("services.price_change").get("services.price_change"));
    }

    @Test
    void aChangeIsWithdrawnBeforeItsDayAndNotAfter() {
        UUID offering = offering(null, "31", ChargePeriod.MONTHLY);
        order(Action.ADD, offering, null, "2027-05-01");
        PriceChangeDetails first = plan(data(offering, PriceRule.Kind.PRICE, "62", "2027-06-01"));
        assertEquals("withdrawn", world.call(() -> changes.withdraw(first.id())).state());
        assertEquals("withdrawn", world.call(() -> changes.withdraw(first.id())).state());
        PriceChangeDetails second = plan(data(offering, PriceRule.Kind.PRICE, "32", "2027-06-01"));
        world.setToday("2027-06-01");
        apply();
        assertEquals("prices-are-changed", refusal(() -> changes.withdraw(second.id())));
        bill("2027-05-01", "2027-06-01");
        assertEquals(List.of("2027-05-01 2027-06-01 3100", "2027-06-01 2027-07-01 3200"), lines());
    }

    @Test
    void whatChangedMeanwhileIsLeftOut() {
        UUID offering = offering(null, "31", ChargePeriod.MONTHLY);
        UUID other = offering(null, "40", ChargePeriod.MONTHLY);
        UUID moved = order(Action.ADD, offering, null, "2027-05-01");
        UUID ended = order(Action.ADD, offering, null, "2027-05-01");
        PriceChangeDetails change = plan(data(offering, PriceRule.Kind.PERCENT, "10", "2027-06-01"));
        order(Action.MODIFY, other, moved, "2027-05-10");
        order(Action.DELETE, null, ended, "2027-05-20");
        world.setToday("2027-06-01");
        apply();
        assertEquals(
                List.of("leftOut ended", "leftOut ended"),
                items(change).stream()
                        .map(item -> item.state() + " " + item.reason())
                        .toList());
    }

    @Test
    void whatIsPausedChangesWhenItGoesOn() {
        UUID product = order(Action.ADD, offering(null, "31", ChargePeriod.MONTHLY), null, "2027-05-01");
        UUID offering = world.call(() -> world.service(net.dotmac.services.ProductService.class)
                .get(product)
                .offeringId());
        PriceChangeDetails change = plan(data(offering, PriceRule.Kind.PRICE, "62", "2027-06-01"));
        LockDetails pause = world.call(() -> world.service(ProductLockService.class)
                .lock(product, new LockData(LockReason.CUSTOMER, LocalDate.of(2027, 5, 11), null, null, null)));
        world.setToday("2027-06-10");
        apply();
        assertEquals("planned", items(change).get(0).state());
        world.setToday("2027-06-16");
        world.call(() -> world.service(ProductLockService.class).unlock(pause.id(), null));
        apply();
        assertEquals("applied", items(change).get(0).state());
        bill("2027-05-01", "2027-06-01", "2027-07-01");
        assertEquals(
                List.of("2027-05-01 2027-05-11 1000", "2027-06-16 2027-07-01 3100", "2027-07-01 2027-08-01 6200"),
                lines());
    }

    @Test
    void nonsenseIsRefused() {
        UUID offering = offering(null, "31", ChargePeriod.MONTHLY);
        order(Action.ADD, offering, null, "2027-05-01");
        assertEquals("invalid-value", refusal(() -> changes.plan(data(null, PriceRule.Kind.PRICE, "1", "2027-06-01"))));
        assertEquals(
                "invalid-value", refusal(() -> changes.plan(data(offering, PriceRule.Kind.PRICE, "1", "2027-05-01"))));
        assertEquals(
                "invalid-value",
                refusal(() -> changes.plan(data(offering, PriceRule.Kind.AMOUNT, "-32", "2027-06-01"))));
        assertEquals(
                "invalid-value",
                refusal(() -> changes.plan(data(UUID.randomUUID(), PriceRule.Kind.PRICE, "1", "2027-06-01"))));
    }

    private PriceChangeData data(UUID offering, PriceRule.Kind kind, String value, String day) {
        return new PriceChangeData(
                "Rise", offering, null, null, true, new PriceRule(kind, new BigDecimal(value)), LocalDate.parse(day));
    }

    private PriceChangePreview preview(PriceChangeData data) {
        return world.call(() -> changes.preview(data));
    }

    private PriceChangeDetails plan(PriceChangeData data) {
        return world.call(() -> changes.plan(data));
    }

    private List<PriceChangeItem> items(PriceChangeDetails change) {
        return world.call(() -> changes.items(change.id(), 0, 100));
    }

    private void apply() {
        while (world.call(() -> changes.applyDue()) > 0) {}
    }

    private String refusal(java.util.concurrent.Callable<?> work) {
        return assertThrows(DomainException.class, () -> world.call(work))
                .problem()
                .slug();
    }

    private UUID offering(Integer commitmentMonths, String price, ChargePeriod period) {
        PriceTerms terms = new PriceTerms(
                null, "Access", PriceType.RECURRING, period, new BigDecimal(price), "EUR", false, "standard", null);
        CatalogService catalog = world.service(CatalogService.class);
        return world.call(() -> {
            UUID id = catalog.createPrice(new PriceData(terms, List.of(), null, null))
                    .id();
            return catalog.createOffering(new OfferingData("Fibre", null, null, List.of(id), commitmentMonths, null))
                    .id();
        });
    }

    private UUID order(Action action, UUID offering, UUID product, String day) {
        OrderData.Item item =
                new OrderData.Item("1", action, 1, offering, product == null ? account.id() : null, product, List.of());
        return world.call(() -> world.service(OrderService.class)
                .place(new OrderData(null, null, account.customerId(), LocalDate.parse(day), List.of(item)))
                .data()
                .items()
                .get(0)
                .productId());
    }

    private void bill(String... days) {
        for (String day : days) {
            world.bill(day);
        }
    }

    /** Period and net of every line, in the order of issue and of their periods. */
    private List<String> lines() {
        return world.call(() -> {
            List<String> lines = new ArrayList<>();
            InvoiceService invoices = world.service(InvoiceService.class);
            for (InvoiceDetails invoice :
                    invoices.list(Query.all().orderBy("id", false).page(0, 100)).rows()) {
                invoices.lines(List.of(invoice.id())).stream()
                        .map(line -> line.periodStart() + " " + line.periodEnd() + " " + line.netMinor())
                        .sorted()
                        .forEach(lines::add);
            }
            return lines;
        });
    }
}
