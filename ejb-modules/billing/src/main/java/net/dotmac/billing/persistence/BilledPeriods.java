package net.dotmac.billing.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.billing.domain.ChargeMark;
import net.dotmac.billing.domain.CycleCalculator;
import net.dotmac.billing.domain.SettlementPolicy;
import net.dotmac.billing.persistence.BilledUsageReader.Billed;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.SubscriptionItem;

/**
 * Finds the billed periods of a metered item in which late usage may still turn up. A line says for which days it was, whatever the
 * account's cycle is now; days without a line, on which nothing was used, are parted by the cycle there is.
 */
final class BilledPeriods {

    private BilledPeriods() {}

    /** Without hole or overlap, the latest first; each begins within the months in which usage may be late. */
    static List<Billed> of(SubscriptionItem item, ChargeMark mark, int cycleDay, List<Billed> lines) {
        LocalDate oldest = later(item.start(), mark.chargedThrough().minusMonths(SettlementPolicy.LATE_MONTHS));
        LocalDate to =
                item.end() != null && item.end().isBefore(mark.chargedThrough()) ? item.end() : mark.chargedThrough();
        List<Billed> periods = new ArrayList<>();
        while (to.isAfter(oldest)) {
            Billed found = at(item, to, cycleDay, lines);
            periods.add(found);
            to = found.period().start();
        }
        return periods;
    }

    private static Billed at(SubscriptionItem item, LocalDate to, int cycleDay, List<Billed> lines) {
        LocalDate last = to.minusDays(1);
        LocalDate from =
                later(item.start(), CycleCalculator.containing(last, cycleDay).start());
        for (Billed line : lines) {
            if (line.period().contains(last)) {
                return line;
            }
            if (!line.period().end().isAfter(last)) {
                from = later(from, line.period().end());
            }
        }
        return Billed.nothing(item.id(), new BillingPeriod(from, to));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
