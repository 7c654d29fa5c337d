package net.dotmac.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one rounding rule of the house: half-up to the currency's minor unit, applied at the line. */
public final class Rounding {

    private Rounding() {}

    /**
     * Rounds an amount half-up (away from zero at the half) to minor units.
     *
     * @throws ArithmeticException if the result does not fit a {@code long}
     */
    public static long toMinor(BigDecimal amount, String currency) {
        int decimals = Money.decimals(currency);
        return amount.setScale(decimals, RoundingMode.HALF_UP)
                .movePointRight(decimals)
                .longValueExact();
    }
}
