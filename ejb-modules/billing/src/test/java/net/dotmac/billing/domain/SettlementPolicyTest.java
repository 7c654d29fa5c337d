package net.dotmac.billing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.Ids;
import net.dotmac.services.SubscriptionItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementPolicyTest {

    private static final PriceTerms METERED =
            Samples.metered(new UsageTariff("GB", BigDecimal.TEN, List.of(new UsageTariff.Tier(null, BigDecimal.ONE))));

    @ParameterizedTest
    @CsvSource({
        // kind, start, end, charged through, settled, if billed up to 2027-10-01
        "recurring, 2027-01-01, , , false",
        "recurring, 2027-01-01, , 2027-06-01, false",
        "recurring, 2027-01-01, 2027-06-01, , false",
        "recurring, 2027-01-01, 2027-06-01, 2027-05-01, false",
        "recurring, 2027-01-01, 2027-06-01, 2027-06-01, true",
        "recurring, 2027-01-01, 2027-06-01, 2027-07-01, false",
        "recurring, 2027-01-01, 2027-01-01, , true",
        "recurring, 2027-01-01, 2027-01-01, 2027-02-01, false",
        "usage, 2027-01-01, , 2027-06-01, false",
        "usage, 2027-01-01, 2027-06-15, 2027-06-01, false",
        "usage, 2027-01-01, 2027-06-01, 2027-06-01, true",
        "usage, 2027-01-01, 2027-06-02, 2027-07-01, false",
        "oneTime, 2027-01-01, , , false",
        "oneTime, 2027-01-01, , 2027-01-02, true",
        "oneTime, 2027-01-01, 2027-01-01, , true"
    })
    void anItemIsSettledWhenNothingCanFollow(
            String kind, LocalDate start, LocalDate end, LocalDate chargedThrough, boolean settled) {
        PriceTerms terms =
                switch (kind) {
                    case "recurring" -> Samples.monthly("10");
                    case "usage" -> METERED;
                    default -> Samples.once("10");
                };
        SubscriptionItem item = new SubscriptionItem(
                Ids.next(), Ids.next(), "Fibre", Ids.next(), terms, BigDecimal.ONE, List.of(), start, end);
        ChargeMark mark = chargedThrough == null ? null : new ChargeMark(item.id(), chargedThrough, 0);
        assertEquals(
                settled,
                SettlementPolicy.settled(List.of(item), id -> mark, LocalDate.of(2027, 10, 1))
                        .containsKey(item.id()));
    }
}
