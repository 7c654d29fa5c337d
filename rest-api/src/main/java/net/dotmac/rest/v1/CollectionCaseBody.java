package net.dotmac.rest.v1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.dotmac.collections.Agreement;
import net.dotmac.collections.CaseDetails;
import net.dotmac.collections.CaseEntry;
import net.dotmac.collections.Dispute;
import net.dotmac.collections.Fee;
import net.dotmac.collections.Notice;
import net.dotmac.kernel.Money;
import net.dotmac.rest.tmf.TmfMoney;
import net.dotmac.rest.write.Links;

/**
 * A collection case as REST shows it.
 *
 * @param nextStep the step to come, 0 if all were taken, null while something shields
 * @param nextOn its day, or the day of the next look while something shields
 */
record CollectionCaseBody(
        String id,
        String href,
        String billingAccountId,
        String customerId,
        String customerClass,
        String state,
        int step,
        LocalDate steppedOn,
        LocalDate openedOn,
        LocalDate closedOn,
        TmfMoney overdue,
        TmfMoney dunned,
        TmfMoney inFlight,
        LocalDate oldestDueOn,
        Integer nextStep,
        LocalDate nextOn,
        String shield,
        LocalDate shieldUntil,
        LocalDate pausedUntil,
        String pauseReason,
        String access,
        Instant grantedUntil,
        boolean forTermination,
        String problem) {

    static final String PATH = "/api/v1/collection-cases/";

    record Entry(
            String id,
            String kind,
            Integer step,
            LocalDate day,
            Instant at,
            String actor,
            TmfMoney amount,
            String note) {}

    /** @param entries newest first */
    record History(String caseId, List<Entry> entries) {}

    record Reminder(
            String id,
            int step,
            String subject,
            String text,
            String recipient,
            String state,
            String reason,
            Instant queuedAt,
            Instant sentAt) {}

    /** @param reminders newest first */
    record Reminders(String caseId, List<Reminder> reminders) {}

    record Part(LocalDate dueOn, TmfMoney amount) {}

    record AgreementEntry(
            String id,
            String href,
            String kind,
            String state,
            TmfMoney amount,
            TmfMoney paid,
            List<Part> instalments,
            String note,
            String madeBy,
            LocalDate madeOn,
            LocalDate endedOn) {}

    /** @param agreements newest first */
    record Agreements(String caseId, List<AgreementEntry> agreements) {}

    record DisputeEntry(
            String id,
            String href,
            String invoiceId,
            String reason,
            String openedBy,
            Instant openedAt,
            String resolvedBy,
            Instant resolvedAt,
            String resolution) {}

    /** @param disputes newest first */
    record Disputes(String caseId, List<DisputeEntry> disputes) {}

    record FeeEntry(String id, String kind, TmfMoney amount, LocalDate dueOn, String debitNoteId, String reason) {}

    /** @param fees oldest first */
    record Fees(String caseId, List<FeeEntry> fees) {}

    static CollectionCaseBody of(CaseDetails about, Links links) {
        return new CollectionCaseBody(
                about.id().toString(),
                links.to(PATH, about.id()),
                about.billingAccountId().toString(),
                about.customerId().toString(),
                about.customerClass(),
                about.state(),
                about.step(),
                about.steppedOn(),
                about.openedOn(),
                about.closedOn(),
                money(about.overdueMinor(), about.currency()),
                money(about.dunnedMinor(), about.currency()),
                money(about.inFlightMinor(), about.currency()),
                about.oldestDueOn(),
                about.nextStep(),
                about.nextOn(),
                about.shield(),
                about.shieldUntil(),
                about.pausedUntil(),
                about.pauseReason(),
                about.access(),
                about.grantedUntil(),
                about.forTermination(),
                about.problem());
    }

    static Entry entry(CaseEntry entry, String currency) {
        return new Entry(
                entry.id().toString(),
                entry.kind(),
                entry.step(),
                entry.day(),
                entry.at(),
                entry.actor(),
                entry.amountMinor() == null ? null : money(entry.amountMinor(), currency),
                entry.note());
    }

    static Reminder reminder(Notice notice) {
        return new Reminder(
                notice.id().toString(),
                notice.step(),
                notice.subject(),
                notice.body(),
                notice.recipient(),
                notice.state(),
                notice.reason(),
                notice.queuedAt(),
                notice.sentAt());
    }

    /** Single agreements have no address of their own: the list tells of all. */
    static AgreementEntry agreement(Agreement agreement, Links links) {
        return new AgreementEntry(
                agreement.id().toString(),
                links.to(PATH, agreement.caseId() + "/agreements"),
                agreement.kind(),
                agreement.state(),
                money(agreement.amountMinor(), agreement.currency()),
                money(agreement.paidMinor(), agreement.currency()),
                agreement.instalments().stream()
                        .map(each -> new Part(each.dueOn(), money(each.amountMinor(), agreement.currency())))
                        .toList(),
                agreement.note(),
                agreement.madeBy(),
                agreement.madeOn(),
                agreement.endedOn());
    }

    /** Single disputes have no address of their own: the list tells of all. */
    static DisputeEntry dispute(Dispute dispute, Object caseId, Links links) {
        return new DisputeEntry(
                dispute.id().toString(),
                links.to(PATH, caseId + "/disputes"),
                dispute.invoiceId().toString(),
                dispute.reason(),
                dispute.openedBy(),
                dispute.openedAt(),
                dispute.resolvedBy(),
                dispute.resolvedAt(),
                dispute.resolution());
    }

    static FeeEntry fee(Fee fee) {
        return new FeeEntry(
                fee.id().toString(),
                fee.kind(),
                TmfMoney.of(fee.amount()),
                fee.dueOn(),
                fee.documentId() == null ? null : fee.documentId().toString(),
                fee.reason());
    }

    private static TmfMoney money(long minor, String currency) {
        return TmfMoney.of(new Money(minor, currency));
    }
}
