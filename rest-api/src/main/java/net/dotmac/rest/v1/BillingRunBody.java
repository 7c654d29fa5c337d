package net.dotmac.rest.v1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.billing.BillingRunDetails;
import net.dotmac.billing.BillingRunException;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Links;

/**
 * A billing run and how far it is.
 *
 * @param state {@code running}, {@code awaitingApproval}, {@code finished} or {@code failed}
 * @param exceptions accounts that could not be billed; null in lists
 */
record BillingRunBody(
        String id,
        String href,
        LocalDate date,
        String mode,
        String state,
        Progress progress,
        Counts counts,
        List<Total> totals,
        List<ExceptionBody> exceptions,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        String remark) {

    static final String PATH = "/api/v1/billing-runs/";

    private static final int PERCENT = 100;

    /** @param percent 0 to 100 */
    record Progress(int accounts, int accountsDone, int percent) {}

    record Counts(int billed, int nothingToBill, int exceptions, int changedMeanwhile) {}

    record Total(String currency, int documents, TmfMoney net, TmfMoney tax, TmfMoney gross) {}

    /** An account in the exception list. */
    record ExceptionBody(
            String billingAccountId,
            String accountNumber,
            String accountName,
            String customerId,
            LocalDate cycleDate,
            String reason,
            String detail,
            String state) {

        private static ExceptionBody of(BillingRunException exception) {
            return new ExceptionBody(
                    exception.billingAccountId().toString(),
                    exception.accountNumber(),
                    exception.accountName(),
                    exception.customerId().toString(),
                    exception.cycleDate(),
                    exception.reason(),
                    exception.detail(),
                    exception.state());
        }
    }

    /** @param exceptions null where they aren't shown */
    static BillingRunBody of(BillingRunDetails run, List<BillingRunException> exceptions, Links links) {
        int percent = run.accounts() == 0 ? PERCENT : (int) ((long) PERCENT * run.accountsDone() / run.accounts());
        return new BillingRunBody(
                run.id().toString(),
                links.to(PATH, run.id()),
                run.date(),
                run.mode(),
                run.state(),
                new Progress(run.accounts(), run.accountsDone(), Math.min(PERCENT, percent)),
                new Counts(run.billed(), run.nothingToBill(), run.blocked(), run.changed()),
                run.totals().stream().map(BillingRunBody::total).toList(),
                exceptions == null
                        ? null
                        : exceptions.stream().map(ExceptionBody::of).toList(),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt(),
                run.remark());
    }

    private static Total total(BillingRunDetails.Total total) {
        return new Total(
                total.currency(),
                total.documents(),
                money(total.netMinor(), total.currency()),
                money(total.taxMinor(), total.currency()),
                money(total.grossMinor(), total.currency()));
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
