package net.dotmac.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in whole minor units of one currency: 12.34 EUR is {@code Money(1234, "EUR")}.
 *
 * <p>Arithmetic between two currencies is refused; overflow is an {@link ArithmeticException}, never a wrong sum.
 *
 * @param minor the amount in minor units (cents for EUR, yen for JPY), may be negative
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(long minor, String currency) implements Comparable<Money> {

    public Money {
        Objects.requireNonNull(currency, "currency");
        Currency.getInstance(currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** The amount rounded half-up to the currency's minor unit, e.g. 79.995 EUR becomes 80.00. */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(Rounding.toMinor(amount, currency), currency);
    }

    public static Money of(String amount, String currency) {
        return of(new BigDecimal(amount), currency);
    }

    /** Number of decimals of the currency, by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
    public static int decimals(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, decimals(currency));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** This amount times a factor, rounded half-up to the minor unit. */
    public Money times(BigDecimal factor) {
        return of(amount().multiply(factor), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("expected " + currency + " but found " + other.currency);
        }
        return other;
    }

    /** "12.34 EUR": for messages and logs, not for people's documents, which format by locale. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
