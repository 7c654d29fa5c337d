package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.RecurringRevenue.Bridge;
import net.dotmac.billing.RecurringRevenue.Kind;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.services.SubscriptionItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recurring revenue from month to month, through the real run. */
class RecurringRevenueTest {

    private final BillingWorld world = new BillingWorld();
    private final RecurringRevenueService revenue = world.service(RecurringRevenueService.class);

    @BeforeEach
    void atTheBeginningOfTheYear() {
        world.setToday("2027-01-01");
    }

    @Test
    void theBridgeTiesToTheLines() {
        BillingAccountDetails stays = world.account(15);
        world.monthly(stays, "29.90", "2027-01-15");
        BillingAccountDetails leaves = world.account(1);
        SubscriptionItem ending = world.monthly(leaves, "40.00", "2027-01-01");
        BillingAccountDetails yearly = world.account(1);
        world.item(yearly, terms(new ChargePeriod(ChargePeriod.Unit.YEAR, 1), "120.00"), "2027-01-01");
        BillingAccountDetails late = world.account(15);
        world.monthly(late, "10.00", "2027-02-20");
        world.bill("2027-01-15");
        world.bill("2027-02-15");
        end(ending, "2027-02-11");
        world.bill("2027-03-15");
        world.setToday("2027-03-31");

        Bridge january = bridge(2027, 1);
        assertEquals(0, january.openingMinor());
        assertEquals(2_990 + 4_000 + 1_000, january.newMinor());
        assertEquals(3, january.newCustomers());
        assertEquals(2_990 + 4_000 + 12_000, january.linesMinor());
        assertEquals(-11_000, january.otherPeriodsMinor());
        assertTied(january);

        Bridge february = bridge(2027, 2);
        assertEquals(january.closingMinor(), february.openingMinor());
        assertEquals(-4_000, february.churnedMinor());
        assertEquals(1_000, february.newMinor());
        assertEquals(2_990 + 1_000 + 1_000, february.closingMinor());
        assertTied(february);
        assertEquals(0, bridge(2027, 3).churnedMinor());
        assertEquals(february.closingMinor(), bridge(2027, 3).closingMinor());
    }

    @Test
    void whoComesBackIsNotNew() {
        BillingAccountDetails account = world.account(1);
        SubscriptionItem first = world.monthly(account, "20.00", "2027-01-01");
        world.bill("2027-01-01");
        end(first, "2027-02-01");
        world.monthly(account, "25.00", "2027-03-10");
        world.bill("2027-02-01");
        world.bill("2027-03-01");
        world.bill("2027-04-01");
        world.setToday("2027-04-01");
        assertEquals(-2_000, bridge(2027, 2).churnedMinor());
        Bridge march = bridge(2027, 3);
        assertEquals(2_500, march.reactivatedMinor());
        assertEquals(0, march.newMinor());
        assertTied(march);
        RecurringRevenue.Movement back = world.call(() -> revenue.bridge(YearMonth.of(2027, 3)))
                .movements()
                .get(0);
        assertEquals(Kind.REACTIVATED, back.kind());
        assertEquals(account.customerId(), back.customerId());
    }

    @Test
    void anUpgradeIsUpAndAWholeCreditTakesTheRevenueAway() {
        BillingAccountDetails account = world.account(1);
        SubscriptionItem first = world.monthly(account, "20.00", "2027-01-01");
        world.bill("2027-01-01");
        world.bill("2027-02-01");
        end(first, "2027-02-10");
        world.monthly(account, "35.00", "2027-02-10");
        world.bill("2027-03-01");
        world.setToday("2027-03-05");
        Bridge february = bridge(2027, 2);
        assertEquals(1_500, february.upMinor());
        assertEquals(3_500, february.closingMinor());
        assertTied(february);
        UUID march = world.invoices().stream()
                .filter(each -> each.cycleDate().toString().equals("2027-03-01"))
                .findFirst()
                .orElseThrow()
                .id();
        world.call(() -> world.service(InvoiceService.class).credit(march, CreditRequest.whole("never wanted")));
        assertEquals(0, bridge(2027, 3).closingMinor());
        assertTied(bridge(2027, 3));
    }

    @Test
    void aMonthThatHasNotBegunIsRefused() {
        world.setToday("2027-03-31");
        DomainException refused =
                assertThrows(DomainException.class, () -> world.call(() -> revenue.bridge(YearMonth.of(2027, 4))));
        assertTrue(refused.getMessage().contains("2027-04"), refused.getMessage());
        assertEquals(
                List.of(),
                world.call(() -> revenue.bridge(YearMonth.of(2027, 3))).bridges());
    }

    private Bridge bridge(int year, int month) {
        return world.call(() -> revenue.bridge(YearMonth.of(year, month)))
                .bridges()
                .get(0);
    }

    private static void assertTied(Bridge bridge) {
        assertEquals(
                bridge.closingMinor(),
                bridge.openingMinor()
                        + bridge.newMinor()
                        + bridge.reactivatedMinor()
                        + bridge.upMinor()
                        + bridge.downMinor()
                        + bridge.churnedMinor());
        assertEquals(bridge.closingMinor(), bridge.linesMinor() + bridge.partsMinor() + bridge.otherPeriodsMinor());
        assertEquals(
                bridge.closingCustomers(),
                bridge.openingCustomers()
                        + bridge.newCustomers()
                        + bridge.reactivatedCustomers()
                        - bridge.churnedCustomers());
    }

    private void end(SubscriptionItem item, String day) {
        world.run(() -> world.database()
                .update(
                        "update services.subscription_item set end_on = ? where id = ?",
                        java.time.LocalDate.parse(day),
                        item.id()));
    }

    private static PriceTerms terms(ChargePeriod period, String price) {
        return new PriceTerms(
                Ids.next(),
                "Access",
                PriceType.RECURRING,
                period,
                new BigDecimal(price),
                "EUR",
                false,
                "standard",
                null);
    }
}
