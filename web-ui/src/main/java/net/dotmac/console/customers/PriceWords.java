package net.dotmac.console.customers;

import java.math.BigDecimal;
import net.dotmac.catalog.ChargePeriod;
import net.dotmac.catalog.PriceTerms;
import net.dotmac.console.parts.Formats;
import net.dotmac.console.parts.Words;

/** Prices in words: how much, how often, and when. */
public final class PriceWords {

    private PriceWords() {}

    public static String of(PriceTerms terms) {
        String price = Formats.price(terms.unitPrice(), terms.currency());
        return switch (terms.type()) {
            case ONE_TIME -> Words.of("customers.price.once", price);
            case RECURRING -> recurring(terms.unitPrice(), terms);
            case CANCELLATION -> Words.of("customers.price.cancellation", price);
            case PENALTY ->
                terms.period() == null
                        ? Words.of("customers.price.penalty", price)
                        : Words.of("customers.price.penaltyPeriod", price, period(terms.period()));
            case USAGE -> UsageWords.of(terms);
        };
    }

    /** A recurring price at another amount, as a phase of it has. */
    public static String recurring(BigDecimal unitPrice, PriceTerms terms) {
        String words = Words.of(
                "customers.price.recurring", Formats.price(unitPrice, terms.currency()), period(terms.period()));
        return terms.period().timing() == ChargePeriod.Timing.ARREARS
                ? Words.of("customers.price.arrears", words)
                : words;
    }

    static String period(ChargePeriod period) {
        return Words.of("customers.period." + period.unit().wire(), period.length());
    }
}
