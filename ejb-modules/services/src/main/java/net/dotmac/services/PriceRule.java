package net.dotmac.services;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import net.dotmac.kernel.DomainException;

/**
 * How a price changes.
 *
 * @param kind by a percentage, by an amount, or to a price
 * @param value percent (5 means 5 % more, −5 less), an amount in the price's currency, or the new price
 */
public record PriceRule(Kind kind, BigDecimal value) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How the value reads. */
    public enum Kind {
        PERCENT,
        AMOUNT,
        PRICE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException for an unknown spelling */
        public static Kind ofWire(String wire) {
            for (Kind kind : values()) {
                if (kind.wire().equals(wire)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("expected percent, amount or price, found " + wire);
        }
    }

    /**
     * @return the new price, rounded half-up to the currency's minor unit unless it is stated outright; never below 0
     * @throws DomainException {@code invalid-value} if there is no such price
     */
    public BigDecimal apply(BigDecimal price, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        BigDecimal changed =
                switch (kind) {
                    case PERCENT ->
                        price.add(price.multiply(value).divide(HUNDRED)).setScale(digits, RoundingMode.HALF_UP);
                    case AMOUNT -> price.add(value).setScale(digits, RoundingMode.HALF_UP);
                    case PRICE -> value;
                };
        if (changed.signum() < 0) {
            throw DomainException.invalid(
                    "value",
                    "Found a new price of " + changed.toPlainString() + " " + currency + ", expected 0 or more.");
        }
        return changed;
    }
}
