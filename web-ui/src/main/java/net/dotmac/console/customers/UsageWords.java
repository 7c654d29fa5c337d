package net.dotmac.console.customers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.catalog.UsageModel;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;

/** What metered usage costs, in words: the allowance, the first price, and whatever else the tariff has. */
final class UsageWords {

    private UsageWords() {}

    static String of(PriceTerms terms) {
        UsageTariff tariff = terms.tariff();
        UsageRules rules = tariff.rules();
        String unit = tariff.unitOfMeasure();
        String first = price(tariff.tiers().get(0).unitPrice(), terms);
        String allowance = number(tariff.allowance());
        List<String> words = new ArrayList<>();
        words.add(
                rules.model() == UsageModel.PACKAGE
                        ? Words.of("customers.price.package", allowance, unit, first, number(rules.packageSize()))
                        : Words.of("customers.price.usage", allowance, unit, first));
        for (int i = 1; i < tariff.tiers().size(); i++) {
            words.add(Words.of(
                    rules.model() == UsageModel.VOLUME ? "customers.price.volume" : "customers.price.tier",
                    number(tariff.tiers().get(i - 1).upTo()),
                    unit,
                    price(tariff.tiers().get(i).unitPrice(), terms)));
        }
        if (!rules.windows().isEmpty()) {
            List<BigDecimal> prices = rules.windows().stream()
                    .map(UsageRules.Window::unitPrice)
                    .sorted()
                    .toList();
            words.add(Words.of(
                    "customers.price.windows",
                    rules.windows().stream()
                            .mapToInt(window -> window.toHour() - window.fromHour())
                            .sum(),
                    price(prices.get(0), terms),
                    price(prices.get(prices.size() - 1), terms)));
        }
        if (rules.maximum() != null) {
            words.add(Words.of("customers.price.maximum", price(rules.maximum(), terms)));
        }
        if (rules.rolloverPeriods() > 0) {
            words.add(Words.of("customers.price.rollover", rules.rolloverPeriods()));
        }
        return String.join("; ", words);
    }

    private static String price(BigDecimal price, PriceTerms terms) {
        return Formats.price(price, terms.currency());
    }

    private static String number(BigDecimal number) {
        return Formats.number(number, Math.max(0, number.stripTrailingZeros().scale()));
    }
}
