package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import net.dotmac.catalog.UsageRules;
import net.dotmac.catalog.UsageTariff;

/**
 * Prices the measured usage of one cycle: what earlier periods left and the allowance are free, what goes over them is priced by the
 * tariff's model, up to its maximum. The allowance is per cycle and is not shortened for a shorter one.
 */
public final class UsageRatingCalculator {

    private UsageRatingCalculator() {}

    /**
     * @param used units measured in the cycle, 0 or more
     * @return the amount not yet rounded, the units over the allowance, and their price if it is one
     */
    public static Rated rate(UsageTariff tariff, BigDecimal used) {
        return rate(tariff, PeriodUsage.of(used), CarriedAllowance.NONE);
    }

    /** @param carried what earlier periods left */
    public static Rated rate(UsageTariff tariff, PeriodUsage usage, CarriedAllowance carried) {
        BigDecimal used = usage.total();
        BigDecimal rolledOver = used.min(carried.sum());
        BigDecimal free = used.min(rolledOver.add(tariff.allowance()));
        List<PricedUnits> parts = parts(tariff, usage, free);
        BigDecimal amount = parts.stream().map(PricedUnits::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal maximum = tariff.rules().maximum();
        boolean isCapped = maximum != null && amount.compareTo(maximum) > 0;
        BigDecimal units = parts.stream().map(PricedUnits::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal onlyPrice =
                switch (parts.size()) {
                    case 0 -> tariff.tiers().get(0).unitPrice();
                    case 1 -> parts.get(0).unitPrice();
                    default -> null;
                };
        return new Rated(
                isCapped ? maximum : amount,
                units,
                isCapped ? null : onlyPrice,
                rolledOver,
                formula(parts, isCapped ? maximum : null));
    }

    private static List<PricedUnits> parts(UsageTariff tariff, PeriodUsage usage, BigDecimal free) {
        UsageRules rules = tariff.rules();
        if (!rules.windows().isEmpty()) {
            return TimeOfDayRating.rate(tariff, usage.byHour(), free);
        }
        BigDecimal over = usage.total().subtract(free);
        return switch (rules.model()) {
            case GRADUATED -> GraduatedRating.rate(tariff.tiers(), over);
            case VOLUME -> VolumeRating.rate(tariff.tiers(), over);
            case PACKAGE ->
                PackageRating.rate(rules.packageSize(), tariff.tiers().get(0).unitPrice(), over);
        };
    }

    /** Numbers and signs alone, which read the same in each language. */
    private static String formula(List<PricedUnits> parts, BigDecimal maximum) {
        String sum = parts.stream()
                .map(part -> plain(part.quantity()) + " × " + plain(part.unitPrice()))
                .collect(Collectors.joining(" + "));
        return maximum == null ? sum : sum + " ≤ " + plain(maximum);
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /**
     * @param amount price of the usage, not yet rounded
     * @param billable units, or packages, that are charged for
     * @param unitPrice price of each of them, or null if prices differ or the maximum holds
     * @param rolledOver units that earlier periods' allowances covered
     * @param formula how the amount comes about, e.g. {@code 100 × 0.5 + 50 × 0.3 ≤ 60}; empty if all is free
     */
    public record Rated(
            BigDecimal amount, BigDecimal billable, BigDecimal unitPrice, BigDecimal rolledOver, String formula) {}
}
