package net.dotmac.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final long BOUND = 1_000_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "79.995, EUR, 8000",
        "79.994999, EUR, 7999",
        "0.005, EUR, 1",
        "-0.005, EUR, -1",
        "0.5, JPY, 1",
        "1.2345, KWD, 1235"
    })
    void roundsHalfUpToTheMinorUnitOfTheCurrency(BigDecimal amount, String currency, long minor) {
        assertEquals(minor, Money.of(amount, currency).minor());
    }

    @Test
    void refusesTwoCurrencies() {
        Money euro = Money.of("1", "EUR");
        Money dollar = Money.of("1", "NZD");
        assertThrows(IllegalArgumentException.class, () -> euro.plus(dollar));
        assertThrows(IllegalArgumentException.class, () -> euro.minus(dollar));
        assertThrows(IllegalArgumentException.class, () -> euro.compareTo(dollar));
    }

    @Test
    void refusesUnknownCurrencies() {
        assertThrows(IllegalArgumentException.class, () -> Money.zero("XXZ"));
        assertThrows(NullPointerException.class, () -> Money.zero(null));
    }

    @Test
    void overflowIsAnErrorAndNeverAWrongSum() {
        Money most = new Money(Long.MAX_VALUE, "EUR");
        assertThrows(ArithmeticException.class, () -> most.plus(new Money(1, "EUR")));
        assertThrows(ArithmeticException.class, () -> new Money(Long.MIN_VALUE, "EUR").negate());
        assertThrows(ArithmeticException.class, () -> most.times(BigDecimal.TEN));
    }

    @Test
    void tellsItsSign() {
        assertTrue(new Money(-1, "EUR").isNegative());
        assertTrue(new Money(1, "EUR").isPositive());
        assertTrue(Money.zero("EUR").isZero());
        assertFalse(Money.zero("EUR").isPositive());
        assertEquals(new Money(1, "EUR"), new Money(2, "EUR").min(new Money(1, "EUR")));
    }

    @Property
    @Tag("property")
    void addingAndTakingAwayLeavesWhatWas(
            @ForAll @LongRange(min = -BOUND, max = BOUND) long a,
            @ForAll @LongRange(min = -BOUND, max = BOUND) long b) {
        Money left = new Money(a, "EUR");
        Money right = new Money(b, "EUR");
        assertEquals(left, left.plus(right).minus(right));
        assertEquals(left.plus(right), right.plus(left));
    }

    @Property
    @Tag("property")
    void theAmountReadsBackAsTheSameMinorUnits(@ForAll @LongRange(min = -BOUND, max = BOUND) long minor) {
        assertEquals(minor, Money.of(new Money(minor, "EUR").amount(), "EUR").minor());
        assertEquals(minor, Money.of(new Money(minor, "JPY").amount(), "JPY").minor());
    }

    @Property
    @Tag("property")
    void roundingIsNeverOffByMoreThanHalfAMinorUnit(
            @ForAll @BigRange(min = "-100000", max = "100000") @Scale(6) BigDecimal amount) {
        BigDecimal error = Money.of(amount, "EUR").amount().subtract(amount).abs();
        assertTrue(error.compareTo(new BigDecimal("0.005")) <= 0);
        assertEquals(
                amount.setScale(2, RoundingMode.HALF_UP),
                Money.of(amount, "EUR").amount());
    }
}
