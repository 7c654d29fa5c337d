package net.dotmac.billing.domain;

import java.math.BigDecimal;

/** How the ledger names a category and its rate. */
public final class TaxKey {

    private TaxKey() {}

    /** @param percent all rates of a line together; {@code standard 19} for 19.00 */
    public static String of(String category, BigDecimal percent) {
        return category + " " + percent.stripTrailingZeros().toPlainString();
    }
}
