package net.dotmac.devtools.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.dotmac.catalog.CatalogService;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.ChargePeriod.Alignment;
import net.dotmac.catalog.ChargePeriod.Timing;
import net.dotmac.catalog.ChargePeriod.Unit;
import net.dotmac.catalog.OfferingData;
import net.dotmac.catalog.PriceData;
import net.dotmac.catalog.PricePhase;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.PriceType;
import net.dotmac.catalog.UsageTariff;

/** What the simulated ISP sells: one of each kind of price. */
final class Plans {

    private final CatalogService catalog;
    private final List<UUID> offerings = new ArrayList<>();
    private final List<UUID> metered = new ArrayList<>();

    Plans(SimulatedIsp isp) {
        catalog = isp.service(CatalogService.class);
        isp.run(this::fill);
    }

    List<UUID> offerings() {
        return offerings;
    }

    boolean isMetered(UUID offering) {
        return metered.contains(offering);
    }

    private void fill() {
        ChargePeriod quarter = new ChargePeriod(Unit.MONTH, 3, Timing.ADVANCE, Alignment.CYCLE);
        ChargePeriod onThe31st = new ChargePeriod(Unit.MONTH, 1, Timing.ADVANCE, Alignment.of("31"));
        ChargePeriod afterwards = new ChargePeriod(Unit.MONTH, 1, Timing.ARREARS, Alignment.CYCLE);
        ChargePeriod tenDays = new ChargePeriod(Unit.DAY, 10, Timing.ARREARS, Alignment.START);
        sell(null, recurring("39.90", ChargePeriod.MONTHLY, false), price(PriceType.ONE_TIME, null, "49", false));
        sell(
                12,
                recurring(
                        "44.99",
                        ChargePeriod.MONTHLY,
                        true,
                        new PricePhase(14, Unit.DAY, BigDecimal.ZERO),
                        new PricePhase(90, Unit.DAY, new BigDecimal("19.99"))),
                price(PriceType.PENALTY, ChargePeriod.MONTHLY, "12.50", true),
                price(PriceType.CANCELLATION, null, "25", true));
        sell(6, recurring("89.70", quarter, false), price(PriceType.PENALTY, null, "99", false));
        sell(null, recurring("17.35", onThe31st, true));
        sell(null, recurring("61.03", afterwards, false), recurring("3.33", tenDays, false));
        sell(null, recurring("299.99", new ChargePeriod(Unit.YEAR, 1), false));
        metered.add(sell(null, recurring("9.99", ChargePeriod.MONTHLY, true), data()));
    }

    private UUID sell(Integer commitmentMonths, PriceData... prices) {
        List<UUID> ids = Arrays.stream(prices)
                .map(price -> catalog.createPrice(price).id())
                .toList();
        UUID id = catalog.createOffering(
                        new OfferingData("Plan " + (offerings.size() + 1), null, null, ids, commitmentMonths, null))
                .id();
        offerings.add(id);
        return id;
    }

    private static PriceData recurring(String price, ChargePeriod period, boolean taxIncluded, PricePhase... phases) {
        return new PriceData(terms(PriceType.RECURRING, period, price, taxIncluded, null), List.of(phases), null, null);
    }

    private static PriceData price(PriceType type, ChargePeriod period, String price, boolean taxIncluded) {
        return new PriceData(terms(type, period, price, taxIncluded, null), List.of(), null, null);
    }

    private static PriceData data() {
        UsageTariff tariff = new UsageTariff(
                "GB",
                BigDecimal.TEN,
                List.of(
                        new UsageTariff.Tier(new BigDecimal("20"), new BigDecimal("0.495")),
                        new UsageTariff.Tier(null, new BigDecimal("0.2525"))));
        return new PriceData(terms(PriceType.USAGE, null, "0", false, tariff), List.of(), null, null);
    }

    private static PriceTerms terms(
            PriceType type, ChargePeriod period, String price, boolean taxIncluded, UsageTariff tariff) {
        return new PriceTerms(
                null,
                type.wire(),
                type,
                period,
                new BigDecimal(price),
                "EUR",
                taxIncluded,
                taxIncluded ? "reduced" : "standard",
                tariff);
    }
}
