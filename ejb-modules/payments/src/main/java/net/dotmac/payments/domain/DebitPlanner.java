package net.dotmac.payments.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.ledger.OpenItem;
import net.dotmac.payments.DirectDebitPlan;
import net.dotmac.payments.DirectDebitPlan.LeftOut;
import net.dotmac.payments.DirectDebitPlan.Line;

/**
 * Decides what a batch collects: each invoice that is due by the collection day, of an account with a mandate that can
 * be used then, once at a time, and again only after a reason that may pass.
 */
public final class DebitPlanner {

    /** What fits into one file. */
    public static final int MOST_LINES = 10_000;

    /** More than this no bank takes in one debit: 999,999,999.99 EUR. */
    private static final long MOST_MINOR = 99_999_999_999L;

    private final LocalDate collectOn;
    private final Map<UUID, String> numbers;
    private final Map<UUID, List<PastDebit>> past;
    private final List<Line> lines = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private DebitPlanner(LocalDate collectOn, Map<UUID, String> numbers, Map<UUID, List<PastDebit>> past) {
        this.collectOn = collectOn;
        this.numbers = numbers;
        this.past = past;
    }

    /**
     * An earlier debit of an invoice.
     *
     * @param isInFlight whether its outcome is not known yet
     * @param hasFailed whether it was rejected or returned
     * @param reasonCode why it failed, or null
     */
    public record PastDebit(UUID mandateId, String iban, boolean isInFlight, boolean hasFailed, String reasonCode) {}

    /**
     * The plan of a day.
     *
     * @param mandates that stand, at most one of each account
     * @param open what is open of their accounts, by account, due first first
     * @param numbers of the open documents; a debt brought from elsewhere has none and goes by the mandate's reference
     * @param past earlier debits by document
     */
    public static DirectDebitPlan plan(
            LocalDate collectOn,
            Collection<Mandate> mandates,
            Map<UUID, List<OpenItem>> open,
            Map<UUID, String> numbers,
            Map<UUID, List<PastDebit>> past) {
        DebitPlanner planner = new DebitPlanner(collectOn, numbers, past);
        for (Mandate mandate : mandates) {
            planner.collect(mandate, open.getOrDefault(mandate.billingAccountId(), List.of()));
        }
        long sum = planner.lines.stream().mapToLong(Line::amountMinor).reduce(0, Math::addExact);
        return new DirectDebitPlan(collectOn, planner.lines, planner.leftOut, sum);
    }

    private void collect(Mandate mandate, List<OpenItem> open) {
        boolean isUsed = false;
        for (OpenItem item : open) {
            boolean isDue = item.isReceivable()
                    && item.openMinor() > 0
                    && item.currency().equals("EUR")
                    && !item.dueOn().isAfter(collectOn);
            if (!isDue) {
                continue;
            }
            List<PastDebit> before = past.getOrDefault(item.documentId(), List.of());
            String reason = whyNot(mandate, item, before, isUsed);
            if (reason == null) {
                lines.add(line(mandate, item, before));
                isUsed = true;
            } else {
                leftOut.add(new LeftOut(
                        item.billingAccountId(), item.documentId(), number(mandate, item), item.openMinor(), reason));
            }
        }
    }

    private String whyNot(Mandate mandate, OpenItem item, List<PastDebit> before, boolean isUsed) {
        if (before.stream().anyMatch(PastDebit::isInFlight)) {
            return "inFlight";
        } else if (!mandate.isActive()) {
            return "mandateSuspended";
        } else if (!collectOn.isBefore(mandate.lapsesOn())) {
            return "mandateLapsed";
        } else if (isUsed && mandate.sequence().equals(Mandate.ONE_OFF)) {
            return "oneOff";
        } else if (hasFailedForGood(mandate, before)) {
            return "failedBefore";
        } else if (item.openMinor() > MOST_MINOR) {
            return "tooLarge";
        }
        return lines.size() >= MOST_LINES ? "nextBatch" : null;
    }

    private String number(Mandate mandate, OpenItem item) {
        return numbers.getOrDefault(item.documentId(), mandate.reference());
    }

    /** A new mandate, or another account, is a new beginning. */
    private static boolean hasFailedForGood(Mandate mandate, List<PastDebit> before) {
        List<PastDebit> failed = failed(mandate, before);
        return failed.size() >= FailurePolicy.ATTEMPTS
                || failed.stream().anyMatch(each -> !FailurePolicy.mayTryAgain(each.reasonCode()));
    }

    private static List<PastDebit> failed(Mandate mandate, List<PastDebit> before) {
        return before.stream()
                .filter(each -> each.hasFailed()
                        && each.mandateId().equals(mandate.id())
                        && each.iban().equals(mandate.debtor().iban()))
                .toList();
    }

    private Line line(Mandate mandate, OpenItem item, List<PastDebit> before) {
        return new Line(
                item.billingAccountId(),
                mandate.id(),
                mandate.reference(),
                item.documentId(),
                number(mandate, item),
                item.openMinor(),
                failed(mandate, before).size() + 1);
    }
}
