package net.dotmac.billing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.dotmac.kernel.BillingPeriod;

/**
 * Parts charges for periods where each day has the tax rate of its own: by days, so that the parts sum to the charge. What is
 * measured has no days to be parted by, and one-time charges have one day; both keep theirs.
 */
final class TaxPointCalculator {

    private final TaxRates rates;

    TaxPointCalculator(TaxRates rates) {
        this.rates = rates;
    }

    /** The charges in their order, each part of one in order of time. */
    List<Charge> apply(List<Charge> charges) {
        if (rates.rule() == TaxPointRule.PERIOD_END) {
            return charges;
        }
        List<Charge> taxed = new ArrayList<>();
        for (Charge charge : charges) {
            boolean isByTime = charge.kind() == LineKind.RECURRING || charge.kind() == LineKind.RECURRING_CREDIT;
            taxed.addAll(isByTime ? byDay(charge) : List.of(charge));
        }
        return taxed;
    }

    private List<Charge> byDay(Charge charge) {
        List<LocalDate> starts = new ArrayList<>(List.of(charge.period().start()));
        starts.addAll(rates.changesWithin(charge.taxCategory(), charge.period()));
        if (starts.size() == 1) {
            return List.of(charge);
        }
        List<BillingPeriod> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            LocalDate end =
                    i + 1 < starts.size() ? starts.get(i + 1) : charge.period().end();
            parts.add(new BillingPeriod(starts.get(i), end));
        }
        List<Long> days = parts.stream().map(BillingPeriod::days).toList();
        long[] undiscounted = spread(charge.undiscounted(), days);
        long[] discounts = spread(charge.discount(), days);
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            charges.add(charge.part(parts.get(i), undiscounted[i], discounts[i]));
        }
        return charges;
    }

    /** A credit is parted as the charge it takes back. */
    private static long[] spread(long amount, List<Long> days) {
        long[] parts = LargestRemainder.spread(Math.abs(amount), days);
        if (amount < 0) {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = -parts[i];
            }
        }
        return parts;
    }
}
