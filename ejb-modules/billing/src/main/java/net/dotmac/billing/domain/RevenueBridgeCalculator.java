package net.dotmac.billing.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.dotmac.billing.RecurringRevenue.Bridge;
import net.dotmac.billing.RecurringRevenue.Kind;
import net.dotmac.billing.RecurringRevenue.Movement;

/** Parts the change of recurring revenue between two month's ends by why it changed, customer by customer. */
public final class RevenueBridgeCalculator {

    private RevenueBridgeCalculator() {}

    /** Whose revenue; a customer may have accounts of several currencies. */
    public record Payer(UUID customerId, String currency) {}

    /**
     * Recurring revenue as of one day.
     *
     * @param monthly minor units by payer, none of them 0
     * @param lines the lines they come from, by currency
     */
    public record AtDay(Map<Payer, Long> monthly, Map<String, Lines> lines) {}

    /** The sums of lines that cover a day; see {@link Bridge}. */
    public record Lines(long netMinor, long count, long partsMinor, long otherPeriodsMinor) {

        public static final Lines NONE = new Lines(0, 0, 0, 0);

        public Lines plus(Lines other) {
            return new Lines(
                    netMinor + other.netMinor,
                    count + other.count,
                    partsMinor + other.partsMinor,
                    otherPeriodsMinor + other.otherPeriodsMinor);
        }
    }

    /**
     * Every change, the largest first.
     *
     * @param known the customers who had recurring revenue before the opening
     */
    public static List<Movement> movements(AtDay opening, AtDay closing, Set<UUID> known) {
        List<Movement> movements = new ArrayList<>();
        closing.monthly().forEach((payer, amount) -> {
            long before = opening.monthly().getOrDefault(payer, 0L);
            if (before != amount) {
                movements.add(movement(payer, before, amount, known));
            }
        });
        opening.monthly().forEach((payer, before) -> {
            if (!closing.monthly().containsKey(payer)) {
                movements.add(movement(payer, before, 0, known));
            }
        });
        movements.sort(Comparator.comparingLong((Movement each) -> -Math.abs(each.changeMinor()))
                .thenComparing(Movement::customerId)
                .thenComparing(Movement::currency));
        return movements;
    }

    private static Movement movement(Payer payer, long before, long after, Set<UUID> known) {
        return new Movement(payer.customerId(), payer.currency(), kind(payer, before, after, known), before, after);
    }

    private static Kind kind(Payer payer, long before, long after, Set<UUID> known) {
        if (before == 0) {
            return known.contains(payer.customerId()) ? Kind.REACTIVATED : Kind.NEW;
        }
        if (after == 0) {
            return Kind.CHURNED;
        }
        return after > before ? Kind.UP : Kind.DOWN;
    }

    /** The sums by currency, in the order of their codes. */
    public static List<Bridge> bridges(AtDay opening, AtDay closing, List<Movement> movements) {
        TreeSet<String> currencies = new TreeSet<>(closing.lines().keySet());
        Map<String, long[]> openings = sums(opening, currencies);
        Map<String, long[]> closings = sums(closing, currencies);
        Map<String, Map<Kind, long[]>> changes = new TreeMap<>();
        for (Movement movement : movements) {
            long[] sum = changes.computeIfAbsent(movement.currency(), each -> new EnumMap<>(Kind.class))
                    .computeIfAbsent(movement.kind(), each -> new long[2]);
            sum[0] = Math.addExact(sum[0], movement.changeMinor());
            sum[1]++;
        }
        return currencies.stream()
                .map(currency -> bridge(
                        currency,
                        openings.getOrDefault(currency, new long[2]),
                        closings.getOrDefault(currency, new long[2]),
                        changes.getOrDefault(currency, Map.of()),
                        closing.lines().getOrDefault(currency, Lines.NONE)))
                .toList();
    }

    private static Map<String, long[]> sums(AtDay day, Set<String> currencies) {
        Map<String, long[]> sums = new TreeMap<>();
        day.monthly().forEach((payer, amount) -> {
            currencies.add(payer.currency());
            long[] sum = sums.computeIfAbsent(payer.currency(), each -> new long[2]);
            sum[0] = Math.addExact(sum[0], amount);
            sum[1]++;
        });
        return sums;
    }

    private static Bridge bridge(
            String currency, long[] opening, long[] closing, Map<Kind, long[]> changes, Lines lines) {
        long[] none = new long[2];
        return new Bridge(
                currency,
                opening[0],
                changes.getOrDefault(Kind.NEW, none)[0],
                changes.getOrDefault(Kind.REACTIVATED, none)[0],
                changes.getOrDefault(Kind.UP, none)[0],
                changes.getOrDefault(Kind.DOWN, none)[0],
                changes.getOrDefault(Kind.CHURNED, none)[0],
                closing[0],
                opening[1],
                changes.getOrDefault(Kind.NEW, none)[1],
                changes.getOrDefault(Kind.REACTIVATED, none)[1],
                changes.getOrDefault(Kind.CHURNED, none)[1],
                closing[1],
                lines.netMinor(),
                lines.count(),
                lines.partsMinor(),
                lines.otherPeriodsMinor());
    }
}
