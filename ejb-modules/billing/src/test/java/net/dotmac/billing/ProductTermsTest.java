package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.ChargePeriod.Unit;
import net.dotmac.catalog.PricePhase;
import net.dotmac.catalog.PriceType;
import net.dotmac.services.Discount;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderData.Action;
import net.dotmac.services.OrderedDiscount;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Introductory prices, commitments and free services, and what the customer is billed for them. */
@Tag("behavior")
class ProductTermsTest extends SellingIsp {

    @Test
    void anIntroductoryPriceGivesWayToTheUsualOne() {
        UUID offering = offering(
                null,
                price(
                        PriceType.RECURRING,
                        ChargePeriod.MONTHLY,
                        "39.90",
                        new PricePhase(14, Unit.DAY, BigDecimal.ZERO),
                        new PricePhase(61, Unit.DAY, new BigDecimal("19.90"))));
        order(Action.ADD, offering, null, "2027-05-01");
        bill("2027-05-01", "2027-06-01", "2027-07-01", "2027-08-01");
        assertEquals(
                List.of(
                        "2027-05-01 2027-05-15 0",
                        "2027-05-15 2027-06-01 1091",
                        "2027-06-01 2027-07-01 1990",
                        "2027-07-01 2027-08-01 3990",
                        "2027-08-01 2027-09-01 3990"),
                lines());
    }

    @Test
    void whoEndsBeforeTheCommitmentIsOverPaysForThePeriodsLeft() {
        UUID offering = offering(
                12,
                monthly("31"),
                price(PriceType.PENALTY, ChargePeriod.MONTHLY, "15"),
                price(PriceType.CANCELLATION, null, "25"));
        UUID product = order(Action.ADD, offering, null, "2027-05-01");
        assertEquals(LocalDate.of(2028, 5, 1), product(product).committedUntil());
        bill("2027-05-01");
        world.setToday("2028-01-15");
        bill("2028-01-01");
        order(Action.DELETE, null, product, "2028-01-20");
        world.setToday("2028-02-01");
        bill("2028-02-01");
        // February, March, April and the days of January from the 20th are four periods begun.
        assertEquals(
                Set.of("2028-01-20 2028-01-21 6000", "2028-01-20 2028-01-21 2500", "2028-01-20 2028-02-01 -1200"),
                lines().stream().filter(line -> line.startsWith("2028-01-20")).collect(Collectors.toSet()));
    }

    @Test
    void whoEndsAfterTheCommitmentPaysTheCancellationAlone() {
        UUID offering = offering(
                2, monthly("31"), price(PriceType.PENALTY, null, "100"), price(PriceType.CANCELLATION, null, "25"));
        UUID product = order(Action.ADD, offering, null, "2027-05-01");
        bill("2027-05-01", "2027-06-01", "2027-07-01");
        world.setToday("2027-07-01");
        order(Action.DELETE, null, product, "2027-08-01");
        world.setToday("2027-08-01");
        bill("2027-08-01");
        assertEquals(
                List.of(
                        "2027-05-01 2027-06-01 3100",
                        "2027-06-01 2027-07-01 3100",
                        "2027-07-01 2027-08-01 3100",
                        "2027-08-01 2027-08-02 2500"),
                lines());
    }

    @Test
    void aDowngradeDoesNotEndACommitment() {
        UUID bound = offering(12, monthly("31"), price(PriceType.PENALTY, null, "100"));
        UUID free = offering(null, monthly("10"));
        UUID product = order(Action.ADD, bound, null, "2027-05-01");
        world.setToday("2027-05-10");
        order(Action.MODIFY, free, product, "2027-05-10");
        order(Action.DELETE, null, product, "2027-05-20");
        world.setToday("2027-06-01");
        bill("2027-06-01");
        assertEquals(
                List.of("2027-05-01 2027-05-10 900", "2027-05-10 2027-05-20 323", "2027-05-20 2027-05-21 10000"),
                lines());
    }

    @Test
    void aFreeServiceNeedsAnEndAndKeepsWhoApproved() {
        UUID offering = offering(null, monthly("31"));
        Discount everything =
                new Discount("Friend of the house", Discount.Kind.PERCENT, new BigDecimal("100"), null, null);
        assertEquals(
                "invalid-value",
                refusal(() -> place(
                        new OrderData.Item(
                                "1",
                                Action.ADD,
                                1,
                                offering,
                                account.id(),
                                null,
                                List.of(new OrderedDiscount(everything, null))),
                        "2027-05-01")));
        UUID product = place(
                new OrderData.Item(
                        "1", Action.ADD, 1, offering, account.id(), null, List.of(new OrderedDiscount(everything, 2))),
                "2027-05-01");
        Discount kept = product(product).items().get(0).discounts().get(0);
        assertEquals(LocalDate.of(2027, 7, 1), kept.to());
        assertEquals("test", kept.approvedBy().replaceAll(".*test.*", "test"));
        bill("2027-05-01", "2027-06-01", "2027-07-01");
        assertEquals(
                List.of("2027-05-01 2027-06-01 0", "2027-06-01 2027-07-01 0", "2027-07-01 2027-08-01 3100"), lines());
    }
}
