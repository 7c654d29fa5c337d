package net.dotmac.rest.v1;

import java.util.List;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.RunReconciliation;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.TmfMoney;

/**
 * A run's reconciliation.
 *
 * @param isBalanced whether expected = billed + nothing to bill + blocked + changed, and documents sum to what was counted
 * @param comparedWith cycle dates of the month before that the variance compares with, or null
 */
record ReconciliationBody(
        String runId,
        boolean isBalanced,
        Accounts accounts,
        List<Sum> sums,
        List<Blocked> blocked,
        List<Variance> variance,
        RunReconciliation.Days comparedWith) {

    record Accounts(int expected, int billed, int nothingToBill, int blocked, int changedMeanwhile, int unaccounted) {}

    record Amounts(int documents, TmfMoney net, TmfMoney tax, TmfMoney gross) {

        private static Amounts of(BillingRunDetails.Total total) {
            return new Amounts(
                    total.documents(),
                    money(total.netMinor(), total.currency()),
                    money(total.taxMinor(), total.currency()),
                    money(total.grossMinor(), total.currency()));
        }
    }

    record Sum(String currency, Amounts counted, Amounts documents) {}

    /** @param netBefore what these accounts were billed the month before, or null for nothing */
    record Blocked(String reason, int accounts, TmfMoney netBefore) {}

    record Variance(
            String product,
            String kind,
            int documents,
            TmfMoney net,
            TmfMoney netBefore,
            TmfMoney difference,
            TmfMoney newItems,
            TmfMoney ended,
            TmfMoney priceChanged,
            TmfMoney other) {

        private static Variance of(RunReconciliation.Variance each) {
            String currency = each.currency();
            return new Variance(
                    each.product(),
                    each.kind(),
                    each.documents(),
                    money(each.net(), currency),
                    money(each.netBefore(), currency),
                    money(each.difference(), currency),
                    money(each.newItems(), currency),
                    money(each.ended(), currency),
                    money(each.priceChanged(), currency),
                    money(each.other(), currency));
        }
    }

    static ReconciliationBody of(RunReconciliation from) {
        BillingRunDetails run = from.run();
        return new ReconciliationBody(
                run.id().toString(),
                from.isBalanced(),
                new Accounts(
                        run.accounts(),
                        run.billed(),
                        run.nothingToBill(),
                        run.blocked(),
                        run.changed(),
                        from.unaccounted()),
                from.sums().stream()
                        .map(sum -> new Sum(sum.currency(), Amounts.of(sum.counted()), Amounts.of(sum.documents())))
                        .toList(),
                from.blockedByReason().stream()
                        .map(each -> new Blocked(
                                each.reason(),
                                each.accounts(),
                                each.currency() == null ? null : money(each.netBefore(), each.currency())))
                        .toList(),
                from.variance().stream().map(Variance::of).toList(),
                from.before());
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
