package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding of amounts that are in minor units already. */
final class Amounts {

    private Amounts() {}

    /** Half-up to whole minor units; the rule of {@link net.dotmac.kernel.Rounding}. */
    static long toWhole(BigDecimal minor) {
        return minor.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
