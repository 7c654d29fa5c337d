package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A price for each package that is begun. */
final class PackageRating {

    private PackageRating() {}

    static List<PricedUnits> rate(BigDecimal packageSize, BigDecimal price, BigDecimal over) {
        return over.signum() == 0
                ? List.of()
                : List.of(new PricedUnits(over.divide(packageSize, 0, RoundingMode.CEILING), price));
    }
}
