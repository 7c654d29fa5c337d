package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.PromotionData;
import net.dotmac.catalog.PromotionDetails;
import net.dotmac.catalog.PromotionService;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.query.Query;
import net.dotmac.services.Discount;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderService;
import net.dotmac.services.OrderedDiscount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromotionTest {

    private final BillingWorld world = new BillingWorld();
    private final PromotionService promotions = world.service(PromotionService.class);
    private final BillingAccountDetails account = world.account(1);
    private UUID offering;
    private UUID other;

    @BeforeEach
    void sellTwoThings() {
        offering = offering("31.00");
        other = offering("40.00");
        world.setToday("2027-05-01");
    }

    @Test
    void aCodeGivesItsDiscountAfterTheOthersAndForItsPeriodsOnly() {
        create(promotion("percent", "10", null, 2, null, 5, List.of()));
        Discount agreed = new Discount("Neighbour", Discount.Kind.AMOUNT, new BigDecimal("1.00"), null, null);
        place(account, offering, " spring-26", List.of(new OrderedDiscount(agreed, null)));
        for (String day : List.of("2027-05-01", "2027-06-01", "2027-07-01")) {
            world.bill(day);
        }
        assertEquals(
                List.of(2700L, 2700L, 3000L),
                world.invoices().stream().map(InvoiceDetails::netMinor).toList());
        assertEquals(1, one().uses());
    }

    @Test
    void itIsGoodForItsDaysItsOfferingsItsCustomerAndItsCurrency() {
        create(promotion("amount", "5", "EUR", null, "2027-05-31", 1, List.of(offering)));
        assertEquals("promotion-not-usable", refusal(account, other));
        assertEquals("promotion-not-usable", refusal(dollars(), offering));
        world.setToday("2027-04-30");
        assertEquals("promotion-not-usable", refusal(account, offering));
        world.setToday("2027-06-01");
        assertEquals("promotion-not-usable", refusal(account, offering));
        world.setToday("2027-05-31");
        place(account, offering, "SPRING-26", List.of());
        assertEquals("promotion-not-usable", refusal(account, offering));
        place(world.account(1), offering, "SPRING-26", List.of());
        UUID id = one().id();
        world.run(() -> promotions.end(id));
        assertEquals("promotion-not-usable", refusal(world.account(1), offering));
        assertEquals(2, one().uses());
        assertEquals(
                "invalid-value",
                assertThrows(DomainException.class, () -> place(account, offering, "AUTUMN", List.of()))
                        .problem()
                        .slug());
    }

    @Test
    void ofTwoOrdersAtOnceForTheLastUseOneGetsIt() throws Exception {
        create(new PromotionData(
                "SPRING-26", "Spring", "percent", BigDecimal.TEN, null, 1, day("2027-05-01"), null, 1, 1, List.of()));
        BillingAccountDetails second = world.account(1);
        List<Callable<UUID>> both = List.of(
                () -> place(account, offering, "SPRING-26", List.of()),
                () -> place(second, offering, "SPRING-26", List.of()));
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<String> outcomes = new ArrayList<>();
        try {
            for (Future<UUID> each : two.invokeAll(both)) {
                try {
                    each.get();
                    outcomes.add("placed");
                } catch (ExecutionException e) {
                    outcomes.add(((DomainException) e.getCause()).problem().slug());
                }
            }
        } finally {
            two.shutdown();
        }
        assertEquals(
                List.of("placed", "promotion-not-usable"),
                outcomes.stream().sorted().toList());
        assertEquals(1, one().uses());
    }

    @Test
    void anOrderThatComesToNothingHasUsedNone() {
        create(promotion("percent", "10", null, 2, null, 1, List.of()));
        OrderData.Item good =
                new OrderData.Item("1", OrderData.Action.ADD, 1, offering, account.id(), null, List.of(), "SPRING-26");
        OrderData.Item bad = new OrderData.Item("2", OrderData.Action.ADD, 0, offering, account.id(), null, List.of());
        assertThrows(DomainException.class, () -> place(account, List.of(good, bad)));
        assertEquals(0, one().uses());
        place(account, offering, "SPRING-26", List.of());
    }

    @Test
    void onlyWhatIsAddedNamesACode() {
        create(promotion("percent", "10", null, 2, null, 1, List.of()));
        UUID product = place(account, offering, null, List.of());
        OrderData.Item item =
                new OrderData.Item("1", OrderData.Action.MODIFY, 2, null, null, product, List.of(), "SPRING-26");
        assertEquals(
                "productOrderItem.itemPrice.priceAlteration",
                assertThrows(DomainException.class, () -> place(account, List.of(item)))
                        .attribute());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        create(promotion("percent", "10", null, 2, null, 1, List.of()));
        assertEquals(
                "promotion-code-taken",
                assertThrows(
                                DomainException.class,
                                () -> create(promotion("percent", "10", null, 2, null, 1, List.of())))
                        .problem()
                        .slug());
        assertWrong("value", promotion("percent", "101", null, 2, null, 1, List.of()));
        assertWrong("value", promotion("percent", "0", null, 2, null, 1, List.of()));
        assertWrong("currency", promotion("amount", "5", null, 2, null, 1, List.of()));
        assertWrong("currency", promotion("percent", "5", "EUR", 2, null, 1, List.of()));
        assertWrong("periods", promotion("percent", "100", null, null, null, 1, List.of()));
        assertWrong("validTo", promotion("percent", "5", null, 2, "2027-04-01", 1, List.of()));
        assertWrong("eachAtMost", promotion("percent", "5", null, 2, null, 0, List.of()));
        assertWrong(
                "offerings",
                new PromotionData(
                        "OTHER",
                        "Other",
                        "percent",
                        BigDecimal.TEN,
                        null,
                        1,
                        day("2027-05-01"),
                        null,
                        null,
                        1,
                        List.of(UUID.randomUUID())));
        assertWrong(
                "code",
                new PromotionData(
                        "a b",
                        "Other",
                        "percent",
                        BigDecimal.TEN,
                        null,
                        1,
                        day("2027-05-01"),
                        null,
                        null,
                        1,
                        List.of()));
    }

    private void assertWrong(String attribute, PromotionData data) {
        assertEquals(
                attribute,
                assertThrows(DomainException.class, () -> create(data)).attribute());
    }

    private static PromotionData promotion(
            String kind, String value, String currency, Integer periods, String to, int each, List<UUID> offerings) {
        return new PromotionData(
                "Spring-26",
                "Spring",
                kind,
                new BigDecimal(value),
                currency,
                periods,
                day("2027-05-01"),
                to == null ? null : day(to),
                null,
                each,
                offerings);
    }

    private void create(PromotionData data) {
        world.call(() -> promotions.create(data));
    }

    private PromotionDetails one() {
        return world.call(() -> promotions.list(Query.all())).rows().get(0);
    }

    private String refusal(BillingAccountDetails payer, UUID what) {
        return assertThrows(DomainException.class, () -> place(payer, what, "SPRING-26", List.of()))
                .problem()
                .slug();
    }

    private UUID place(BillingAccountDetails payer, UUID what, String code, List<OrderedDiscount> discounts) {
        return place(
                payer,
                List.of(new OrderData.Item("1", OrderData.Action.ADD, 1, what, payer.id(), null, discounts, code)));
    }

    private UUID place(BillingAccountDetails payer, List<OrderData.Item> items) {
        return world.call(() -> world.service(OrderService.class)
                .place(new OrderData(null, null, payer.customerId(), day("2027-05-01"), items))
                .data()
                .items()
                .get(0)
                .productId());
    }

    private BillingAccountDetails dollars() {
        return world.call(() -> world.service(BillingAccountService.class)
                .create(new BillingAccountData(null, "Dollars", account.customerId(), "USD", 1, 14, null)));
    }

    private UUID offering(String price) {
        CatalogService catalog = world.service(CatalogService.class);
        PriceTerms terms = new PriceTerms(
                null,
                "Access",
                PriceType.RECURRING,
                ChargePeriod.MONTHLY,
                new BigDecimal(price),
                "EUR",
                false,
                "standard",
                null);
        return world.call(() -> {
            UUID id = catalog.createPrice(new PriceData(terms, List.of(), null, null))
                    .id();
            return catalog.createOffering(new OfferingData("Fibre", null, null, List.of(id), null, null))
                    .id();
        });
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
