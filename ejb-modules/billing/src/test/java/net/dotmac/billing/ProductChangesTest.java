package net.dotmac.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.ChargePeriod.Unit;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PricePhase;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.services.OrderData;
import net.dotmac.services.OrderData.Action;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes of products, and what the customer is billed for them. */
@Tag("behavior")
class ProductChangesTest extends SellingIsp {

    @Test
    void anUpgradeDatedBackCreditsAndChargesTheDays() {
        UUID small = offering(null, monthly("31"));
        UUID big = offering(null, monthly("62"));
        UUID product = order(Action.ADD, small, null, "2027-05-01");
        bill("2027-05-01");
        world.setToday("2027-05-20");
        order(Action.MODIFY, big, product, "2027-05-11");
        order(Action.MODIFY, small, product, "2027-05-20");
        bill("2027-06-01");
        assertEquals(
                List.of(
                        "2027-05-01 2027-06-01 3100",
                        "2027-05-11 2027-06-01 -2100",
                        "2027-05-11 2027-05-20 1800",
                        "2027-05-20 2027-06-01 1200",
                        "2027-06-01 2027-07-01 3100"),
                lines());
    }

    @Test
    void anotherQuantityKeepsThePriceOnceAgreed() {
        UUID offering = offering(
                null,
                price(
                        PriceType.RECURRING,
                        ChargePeriod.MONTHLY,
                        "39.90",
                        new PricePhase(2, Unit.MONTH, new BigDecimal("10.00"))));
        UUID product = order(Action.ADD, offering, null, "2027-05-01");
        world.setToday("2027-06-01");
        place(new OrderData.Item("1", Action.MODIFY, 3, null, null, product, List.of()), "2027-06-01");
        bill("2027-05-01", "2027-06-01", "2027-07-01");
        assertEquals(
                List.of("2027-05-01 2027-06-01 1000", "2027-06-01 2027-07-01 3000", "2027-07-01 2027-08-01 11970"),
                lines());
    }

    @Test
    void aProductMovesToAnotherPayer() {
        BillingAccountDetails other = world.call(() -> world.service(BillingAccountService.class)
                .create(new BillingAccountData(
                        null, "Office", account.customerId(), "EUR", 1, 14, TaxTreatment.STANDARD)));
        UUID product = order(Action.ADD, offering(null, monthly("31")), null, "2027-05-01");
        bill("2027-05-01");
        world.setToday("2027-05-21");
        place(new OrderData.Item("1", Action.MODIFY, 1, null, other.id(), product, List.of()), "2027-05-21");
        bill("2027-06-01");
        assertEquals(List.of("2027-05-01 2027-06-01 3100", "2027-05-21 2027-06-01 -1100"), lines(account.id()));
        assertEquals(List.of("2027-05-21 2027-06-01 1100", "2027-06-01 2027-07-01 3100"), lines(other.id()));
    }

    @Test
    void usageThatIsBilledIsNotRewritten() {
        UsageTariff tariff = UsageTariff.flat("GB", BigDecimal.ZERO, new BigDecimal("0.5"));
        UUID metered = offering(
                null,
                monthly("31"),
                new PriceData(
                        new PriceTerms(
                                null, "Data", PriceType.USAGE, null, BigDecimal.ZERO, "EUR", false, "standard", tariff),
                        List.of(),
                        null,
                        null));
        UUID product = order(Action.ADD, metered, null, "2027-05-01");
        bill("2027-05-01", "2027-06-01");
        world.setToday("2027-06-10");
        assertEquals(
                "period-is-closed",
                refusal(() -> order(Action.MODIFY, offering(null, monthly("9")), product, "2027-05-20")));
        order(Action.MODIFY, offering(null, monthly("9")), product, "2027-06-01");
    }
}
