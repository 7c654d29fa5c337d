package net.dotmac.billing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.billing.RecurringRevenue.Bridge;
import net.dotmac.billing.RecurringRevenue.Kind;
import net.dotmac.billing.RecurringRevenue.Movement;
import net.dotmac.billing.domain.MonthlyRevenueCalculator.ChargedDays;
import net.dotmac.billing.domain.RevenueBridgeCalculator.AtDay;
import net.dotmac.billing.domain.RevenueBridgeCalculator.Payer;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.ChargePeriod.Unit;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.SubscriptionItem;
import org.junit.jupiter.api.Test;

class MonthlyRevenueTest {

    private static final SubscriptionItem FIBRE = Samples.item(Samples.monthly("29.90"), "2027-01-20", null);

    @Test
    void aWholeMonthIsWhatItCosts() {
        for (String day : List.of("2027-01-31", "2027-02-28", "2027-04-30", "2028-02-29")) {
            LocalDate start = LocalDate.parse(day).withDayOfMonth(15);
            ChargedDays line = line(start.toString(), start.plusMonths(1).toString(), 2_990);
            assertEquals(2_990, MonthlyRevenueCalculator.monthly(FIBRE, 15, LocalDate.parse(day), List.of(line)), day);
        }
    }

    /** 26 of 31 days are 25.08; reckoned back that were 29.90 and a fraction. A single day is 0.96, and 31 times that 29.76. */
    @Test
    void aPartOfAMonthIsTheSamePrice() {
        assertEquals(2_990, monthly(FIBRE, "2027-01-31", line("2027-01-20", "2027-02-15", 2_508)));
        assertEquals(2_990, monthly(FIBRE, "2027-02-14", line("2027-02-14", "2027-02-15", 96)));
    }

    @Test
    void whatIsGivenBackIsGone() {
        ChargedDays charged = line("2027-01-15", "2027-02-15", 2_990);
        assertEquals(0, monthly(FIBRE, "2027-01-31", charged, line("2027-01-20", "2027-02-15", -2_508)));
        assertEquals(0, monthly(FIBRE, "2027-01-31", charged, line("2027-01-31", "2027-02-15", -1_447)));
    }

    @Test
    void aCreditOfHalfALineIsLeftAsItIs() {
        assertEquals(
                1_495,
                monthly(
                        FIBRE,
                        "2027-01-31",
                        line("2027-01-15", "2027-02-15", 2_990),
                        line("2027-01-15", "2027-02-15", -1_495)));
    }

    @Test
    void otherPeriodsAreBroughtToAMonth() {
        SubscriptionItem yearly =
                Samples.item(Samples.every(new ChargePeriod(Unit.YEAR, 1), "100"), "2027-01-15", null);
        assertEquals(833, monthly(yearly, "2027-01-31", line("2027-01-15", "2028-01-15", 10_000)));
        SubscriptionItem quarterly =
                Samples.item(Samples.every(new ChargePeriod(Unit.MONTH, 3), "90"), "2027-01-15", null);
        assertEquals(3_000, monthly(quarterly, "2027-01-31", line("2027-01-15", "2027-04-15", 9_000)));
        SubscriptionItem ofTenDays =
                Samples.item(Samples.every(new ChargePeriod(Unit.DAY, 10), "10"), "2027-01-25", null);
        assertEquals(3_044, monthly(ofTenDays, "2027-01-31", line("2027-01-25", "2027-02-04", 1_000)));
    }

    @Test
    void taxIsTakenOutOfPricesThatIncludeIt() {
        PriceTerms gross =
                Samples.terms(PriceType.RECURRING, ChargePeriod.MONTHLY, "30", "EUR", true, "standard", null);
        SubscriptionItem item = Samples.item(gross, "2027-01-20", null);
        assertEquals(2_500, monthly(item, "2027-01-31", line("2027-01-20", "2027-02-15", 2_097)));
    }

    @Test
    void eachChangeHasOneReason() {
        UUID stays = UUID.randomUUID();
        UUID raised = UUID.randomUUID();
        UUID cut = UUID.randomUUID();
        UUID left = UUID.randomUUID();
        UUID back = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        AtDay opening = at(Map.of(stays, 3_000L, raised, 2_000L, cut, 5_000L, left, 700L));
        AtDay closing = at(Map.of(stays, 3_000L, raised, 2_500L, cut, 1_000L, back, 900L, first, 1_100L));
        List<Movement> movements = RevenueBridgeCalculator.movements(opening, closing, Set.of(back, stays));
        assertEquals(
                List.of(Kind.DOWN, Kind.NEW, Kind.REACTIVATED, Kind.CHURNED, Kind.UP),
                movements.stream().map(Movement::kind).toList());
        Bridge bridge =
                RevenueBridgeCalculator.bridges(opening, closing, movements).get(0);
        assertEquals(10_700, bridge.openingMinor());
        assertEquals(1_100, bridge.newMinor());
        assertEquals(900, bridge.reactivatedMinor());
        assertEquals(500, bridge.upMinor());
        assertEquals(-4_000, bridge.downMinor());
        assertEquals(-700, bridge.churnedMinor());
        assertEquals(8_500, bridge.closingMinor());
        assertEquals(4, bridge.openingCustomers());
        assertEquals(5, bridge.closingCustomers());
        assertTrue(RevenueBridgeCalculator.movements(opening, opening, Set.of()).isEmpty());
    }

    private static AtDay at(Map<UUID, Long> monthly) {
        return new AtDay(
                monthly.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                each -> new Payer(each.getKey(), "EUR"), Map.Entry::getValue)),
                Map.of());
    }

    private static long monthly(SubscriptionItem item, String day, ChargedDays... lines) {
        return MonthlyRevenueCalculator.monthly(item, 15, LocalDate.parse(day), List.of(lines));
    }

    private static ChargedDays line(String from, String to, long net) {
        return new ChargedDays(
                new BillingPeriod(LocalDate.parse(from), LocalDate.parse(to)), net, new BigDecimal("20"));
    }
}
