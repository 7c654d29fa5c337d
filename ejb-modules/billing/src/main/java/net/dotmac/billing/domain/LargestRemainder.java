package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts to whole minor units so that they add up to a given total: each part is rounded down, and the units that are
 * missing go one each to the parts that lost most (the method of Hamilton; of equal parts the first wins).
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param exact the parts before rounding, in minor units; may be negative
     * @param total what the rounded parts shall add up to
     * @return the rounded parts in the same order; empty if there are no parts
     */
    public static long[] round(List<BigDecimal> exact, long total) {
        int count = exact.size();
        if (count == 0) {
            return new long[0];
        }
        if (count == 1) {
            return new long[] {total};
        }
        long[] rounded = new long[count];
        BigDecimal[] remainders = new BigDecimal[count];
        long missing = total;
        for (int i = 0; i < count; i++) {
            BigDecimal down = exact.get(i).setScale(0, RoundingMode.FLOOR);
            rounded[i] = down.longValueExact();
            remainders[i] = exact.get(i).subtract(down);
            missing = Math.subtractExact(missing, rounded[i]);
        }
        long forEach = Math.floorDiv(missing, (long) count);
        int forSome = (int) Math.floorMod(missing, (long) count);
        List<Integer> byLoss = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .toList();
        for (int i = 0; i < count; i++) {
            int part = byLoss.get(i);
            rounded[part] = Math.addExact(rounded[part], forEach + (i < forSome ? 1 : 0));
        }
        return rounded;
    }

    /** Spreads a total in proportion to weights, whose sum is not 0. */
    public static long[] spread(long total, List<Long> weights) {
        BigDecimal sum = weights.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> exact = weights.stream()
                .map(weight -> BigDecimal.valueOf(total)
                        .multiply(BigDecimal.valueOf(weight))
                        .divide(sum, ProrationCalculator.PRECISE))
                .toList();
        return round(exact, total);
    }
}
