package net.dotmac.billing.domain;

import java.math.BigDecimal;

/**
 * Units, or packages of them, at one price.
 *
 * @param quantity 0 or more
 * @param unitPrice of one unit or package
 */
record PricedUnits(BigDecimal quantity, BigDecimal unitPrice) {

    BigDecimal amount() {
        return quantity.multiply(unitPrice);
    }
}
