package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.catalog.UsageTariff;
import net.dotmac.kernel.BillingPeriod;
import net.dotmac.services.SubscriptionItem;

/**
 * Charges a metered item in arrears: one line for each cycle that has ended at the cycle date and in which something was
 * measured, even if it all lies within the allowance, for people want to see it; and one for each billed period in which more was
 * measured since.
 */
public final class UsageChargeCalculator {

    private final SubscriptionItem item;
    private final UsageTariff tariff;
    private final List<Charge> charges = new ArrayList<>();
    private final int sequence;
    private CarriedAllowance carried;

    private UsageChargeCalculator(SubscriptionItem item, ChargeMark mark) {
        this.item = item;
        this.tariff = item.terms().tariff();
        this.sequence = mark == null ? 0 : mark.changeSequence();
        this.carried = mark == null ? CarriedAllowance.NONE : mark.carried();
    }

    /**
     * Charges every cycle of the item that ended by {@code cycleDate} and lies after the mark.
     *
     * @param late billed periods with usage on no line yet, oldest first
     */
    public static ItemCharges charge(
            SubscriptionItem item,
            BillableAccount account,
            ChargeMark mark,
            LocalDate cycleDate,
            List<ClosedUsage> late) {
        LocalDate from = mark == null ? item.start() : mark.chargedThrough();
        UsageChargeCalculator calculation = new UsageChargeCalculator(item, mark);
        List<ClosedUsage> waiting = late;
        if (calculation.isRerated(account)) {
            waiting.forEach(calculation::rerate);
            waiting = List.of();
        }
        while (from.isBefore(cycleDate) && (item.end() == null || from.isBefore(item.end()))) {
            BillingPeriod cycle = CycleCalculator.containing(from, account.cycleDay());
            if (cycle.end().isAfter(cycleDate)) {
                break;
            }
            LocalDate to = item.end() != null && item.end().isBefore(cycle.end()) ? item.end() : cycle.end();
            calculation.cycle(new BillingPeriod(from, to), account.usage().in(item.id(), cycle), waiting);
            waiting = List.of();
            from = cycle.end();
        }
        if (item.end() != null && !from.isBefore(item.end())) {
            calculation.afterTheEnd(waiting);
        }
        return calculation.result(mark, from);
    }

    /** Hours matter to a price by the time of day; what an allowance carried on may be used up already. */
    private boolean isRerated(BillableAccount account) {
        return !tariff.rules().windows().isEmpty()
                || (account.usage().policy() == LateUsagePolicy.RERATE
                        && tariff.rules().rolloverPeriods() == 0);
    }

    /** Late usage comes on top of the cycle's own: each line costs what it adds to the sum before it. */
    private void cycle(BillingPeriod period, PeriodUsage own, List<ClosedUsage> late) {
        UsagePricing pricing = new UsagePricing(item, tariff, period, carried);
        if (own.total().signum() > 0) {
            charges.add(pricing.line(own, sequence));
        }
        PeriodUsage sum = own;
        for (ClosedUsage closed : late) {
            PeriodUsage more = sum.plus(closed.late());
            charges.add(pricing.added(closed, sum, more));
            sum = more;
        }
        carried = carried.after(tariff, sum.total());
    }

    private void rerate(ClosedUsage closed) {
        charges.add(new UsagePricing(item, tariff, closed.period(), CarriedAllowance.NONE).difference(closed));
    }

    /** No cycle follows: the period is rated anew, but what rolled over is given once, so only the rest of it is free. */
    private void afterTheEnd(List<ClosedUsage> late) {
        if (tariff.rules().rolloverPeriods() == 0) {
            late.forEach(this::rerate);
            return;
        }
        UsageTariff bare = tariff.withoutAllowance();
        for (ClosedUsage closed : late) {
            UsagePricing pricing = new UsagePricing(item, bare, closed.period(), carried);
            charges.add(pricing.added(closed, PeriodUsage.NONE, PeriodUsage.of(closed.late())));
            carried = carried.without(closed.late());
        }
    }

    private ItemCharges result(ChargeMark mark, LocalDate from) {
        boolean isUntouched = from.equals(item.start());
        return new ItemCharges(charges, isUntouched ? mark : new ChargeMark(item.id(), from, sequence, carried));
    }
}
