package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums of net and tax by category and rate, parted among the jurisdictions that levy it as on the document they come from. Where
 * several share a rate, its tax is parted in proportion, the rest going to the last, so that the sum is exact.
 */
public final class TaxShares {

    private final Map<String, long[]> groups = new LinkedHashMap<>();

    /** @param percent all rates of the line together */
    public void add(String category, BigDecimal percent, long net, long tax) {
        long[] sums = groups.computeIfAbsent(TaxKey.of(category, percent), key -> new long[2]);
        sums[0] = Math.addExact(sums[0], net);
        sums[1] = Math.addExact(sums[1], tax);
    }

    /** @param ofDocument the taxes of the document whose lines were added */
    public List<TaxTotal> totals(List<TaxTotal> ofDocument) {
        List<TaxTotal> totals = new ArrayList<>();
        groups.forEach((key, sums) -> {
            List<TaxTotal> rates = ofDocument.stream()
                    .filter(rate ->
                            TaxKey.of(rate.category(), rate.linePercent()).equals(key))
                    .toList();
            long left = sums[1];
            for (int i = 0; i < rates.size(); i++) {
                TaxTotal rate = rates.get(i);
                long part = i == rates.size() - 1 ? left : share(sums[1], rate);
                left -= part;
                totals.add(new TaxTotal(
                        rate.category(), rate.jurisdiction(), rate.percent(), rate.linePercent(), sums[0], part));
            }
        });
        return totals;
    }

    private static long share(long tax, TaxTotal rate) {
        return BigDecimal.valueOf(tax)
                .multiply(rate.percent())
                .divide(rate.linePercent(), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
