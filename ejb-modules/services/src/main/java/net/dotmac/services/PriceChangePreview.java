package net.dotmac.services;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a change would come to.
 *
 * @param products how many would get another price
 * @param sums what they pay a month before and after, by currency
 * @param first some of them, for the eye
 */
public record PriceChangePreview(int products, List<Sum> sums, List<PriceChangeItem> first) {

    public PriceChangePreview {
        sums = List.copyOf(sums);
        first = List.copyOf(first);
    }

    /** @param before for a month, without discounts, with or without tax as the prices are */
    public record Sum(String currency, BigDecimal before, BigDecimal after) {}
}
