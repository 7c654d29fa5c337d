package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;

/**
 * Each unit at the price of the hour of the week it was used in. What is free is taken off the dearest hours first, so that using
 * more never costs less, whichever hour it is used in.
 */
final class TimeOfDayRating {

    private TimeOfDayRating() {}

    static List<PricedUnits> rate(UsageTariff tariff, Map<Integer, BigDecimal> byHour, BigDecimal free) {
        Map<BigDecimal, BigDecimal> byPrice = new TreeMap<>(Comparator.reverseOrder());
        byHour.forEach((hour, quantity) -> byPrice.merge(priceOf(tariff, hour), quantity, BigDecimal::add));
        List<PricedUnits> parts = new ArrayList<>();
        BigDecimal freeLeft = free;
        for (Map.Entry<BigDecimal, BigDecimal> each : byPrice.entrySet()) {
            BigDecimal taken = freeLeft.min(each.getValue());
            freeLeft = freeLeft.subtract(taken);
            BigDecimal charged = each.getValue().subtract(taken);
            if (charged.signum() > 0) {
                parts.add(new PricedUnits(charged, each.getKey()));
            }
        }
        return parts;
    }

    private static BigDecimal priceOf(UsageTariff tariff, int hourOfWeek) {
        return tariff.rules().windows().stream()
                .filter(window -> window.contains(hourOfWeek))
                .findFirst()
                .map(UsageRules.Window::unitPrice)
                .orElse(tariff.tiers().get(0).unitPrice());
    }
}
