package net.dotmac.catalog;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a tariff says beyond its allowance and its tiers.
 *
 * @param model how units over the allowance are priced
 * @param packageSize units in a package, more than 0; null unless the model is {@link UsageModel#PACKAGE}
 * @param maximum the most that one period's usage costs before discounts, in the price's currency; null for no limit
 * @param rolloverPeriods for how many further periods an unused allowance can be used, 0 to 12
 * @param rolloverLimit the most units that are carried in all; null for no limit
 * @param windows hours of the week with a price of their own, in order; the tier's price is for all other hours
 */
public record UsageRules(
        UsageModel model,
        BigDecimal packageSize,
        BigDecimal maximum,
        int rolloverPeriods,
        BigDecimal rolloverLimit,
        List<Window> windows) {

    /** Tiers that are graduated, and nothing else. */
    public static final UsageRules PLAIN = new UsageRules(UsageModel.GRADUATED, null, null, 0, null, List.of());

    private static final int MOST_PERIODS = 12;
    private static final int MOST_WINDOWS = 50;

    /** @throws IllegalArgumentException for rules that contradict each other */
    public UsageRules {
        windows = List.copyOf(windows);
        require((model == UsageModel.PACKAGE) == (packageSize != null), "a package has a size, and nothing else has");
        require(packageSize == null || packageSize.signum() > 0, "a package holds more than 0 units");
        require(maximum == null || maximum.signum() >= 0, "a maximum charge is 0 or more");
        require(rolloverPeriods >= 0 && rolloverPeriods <= MOST_PERIODS, "allowances roll over for 0 to 12 periods");
        require(
                rolloverLimit == null || (rolloverPeriods > 0 && rolloverLimit.signum() > 0),
                "a limit of what rolls over is more than 0 and needs a number of periods");
        require(windows.size() <= MOST_WINDOWS, "a price has at most " + MOST_WINDOWS + " windows");
        int last = 0;
        for (Window window : windows) {
            require(window.fromHour() >= last, "windows ascend and don't overlap");
            last = window.toHour();
        }
        require(
                windows.isEmpty() || (model == UsageModel.GRADUATED && rolloverPeriods == 0),
                "a price by the time of day has one tier, no packages, and an allowance that doesn't roll over");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /**
     * Hours of the week, counted in the tenant's zone from Monday 0:00.
     *
     * @param fromHour first hour, 0 to 167
     * @param toHour the hour after the last one, up to 168
     * @param unitPrice price of one unit used in them, up to 8 decimals
     */
    public record Window(int fromHour, int toHour, BigDecimal unitPrice) {

        /** @throws IllegalArgumentException unless it lies in the week */
        public Window {
            require(
                    fromHour >= 0 && fromHour < toHour && toHour <= HOURS,
                    "a window lies between hour 0 and hour 168 of the week");
        }

        public static final int HOURS = 168;

        public boolean contains(int hourOfWeek) {
            return fromHour <= hourOfWeek && hourOfWeek < toHour;
        }
    }
}
