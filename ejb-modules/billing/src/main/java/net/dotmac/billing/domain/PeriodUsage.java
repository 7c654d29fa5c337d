package net.dotmac.billing.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What was measured in a period.
 *
 * @param total all units
 * @param byHour the units by the hour of the week they were used in, 0 being Monday 0:00 to 1:00 in the tenant's zone; empty unless
 *     the tariff goes by the time of day
 */
public record PeriodUsage(BigDecimal total, Map<Integer, BigDecimal> byHour) {

    public static final PeriodUsage NONE = of(BigDecimal.ZERO);

    public PeriodUsage {
        byHour = Map.copyOf(byHour);
    }

    public static PeriodUsage of(BigDecimal total) {
        return new PeriodUsage(total, Map.of());
    }

    PeriodUsage plus(BigDecimal more) {
        return new PeriodUsage(total.add(more), byHour);
    }

    /** Both together. */
    public PeriodUsage plus(PeriodUsage other) {
        Map<Integer, BigDecimal> hours = new HashMap<>(byHour);
        other.byHour.forEach((hour, units) -> hours.merge(hour, units, BigDecimal::add));
        return new PeriodUsage(total.add(other.total), hours);
    }
}
