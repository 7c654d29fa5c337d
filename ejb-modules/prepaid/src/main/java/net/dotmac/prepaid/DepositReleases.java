package net.dotmac.prepaid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.DebitLine;
import net.dotmac.billing.DebitNoteRequest;
import net.dotmac.billing.DebitNoteService;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.ledger.HeldMoneyService;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;
import net.dotmac.prepaid.domain.Deposit;

/** Gives deposits back: to open bills, to the account's credit, or for damages. Runs in its caller's transaction, which holds the deposit. */
@ApplicationScoped
class DepositReleases {

    private static final int REASON_AT_MOST = 200;

    @Inject
    private HeldMoneyService heldMoney;

    @Inject
    private LedgerService ledger;

    @Inject
    private DebitNoteService debitNotes;

    @Inject
    private DepositLog log;

    @Inject
    private BusinessClock clock;

    void release(Deposit deposit, DepositRelease release) {
        String kind = release.kind() == null ? "" : release.kind();
        switch (kind) {
            case "setOff" -> setOff(deposit, release);
            case "credit" -> {
                Money amount = giveBack(deposit, amountOf(deposit, release));
                log.moved(deposit, kind, amount, null, noteOf(release));
            }
            case "damages" -> keepForDamages(deposit, release);
            default ->
                throw DomainException.invalid(
                        "kind", "Found " + release.kind() + ", expected setOff, credit or damages.");
        }
    }

    /** Without an amount, all that is owed, as far as the deposit reaches. */
    private void setOff(Deposit deposit, DepositRelease release) {
        Money owed = owed(deposit, release.invoiceId());
        Money amount = release.amount() == null ? owed.min(deposit.held()) : amountOf(deposit, release);
        if (owed.isZero() || amount.compareTo(owed) > 0) {
            throw new DomainException(
                    PrepaidProblem.NOTHING_TO_SET_OFF,
                    "The account owes " + owed + ". Set off at most that, and turn the rest into credit.",
                    "amount");
        }
        giveBack(deposit, amount);
        settle(deposit, release.invoiceId());
        log.moved(deposit, "setOff", amount, release.invoiceId(), noteOf(release));
    }

    /** The debit note asks for the damages outside VAT, and what is given back pays it. */
    private void keepForDamages(Deposit deposit, DepositRelease release) {
        String reason = release.reason();
        if (reason == null || reason.isBlank() || reason.length() > REASON_AT_MOST) {
            throw DomainException.invalid(
                    "reason",
                    "What a deposit is kept for needs a reason of 1 to 200 characters; the debit note shows it.");
        }
        Money amount = amountOf(deposit, release);
        deposit.requireHeld(amount);
        UUID note;
        try (CallContext.Scope scope =
                CallContext.current().with("invoice.debit").bind()) {
            note = debitNotes.issue(
                    deposit.billingAccountId(),
                    new DebitNoteRequest(
                            Ids.next(),
                            reason.strip(),
                            null,
                            List.of(new DebitLine("damages", reason.strip(), amount, null, false))));
        }
        giveBack(deposit, amount);
        settle(deposit, note);
        log.moved(deposit, "damages", amount, note, reason.strip());
    }

    private Money giveBack(Deposit deposit, Money amount) {
        deposit.giveBack(amount);
        CallContext.current().with("ledger.book").run(() -> heldMoney.giveBack(deposit.id(), amount, clock.today()));
        return amount;
    }

    private void settle(Deposit deposit, UUID first) {
        CallContext.current()
                .with("ledger.book")
                .run(() -> ledger.settle(deposit.billingAccountId(), first, clock.today()));
    }

    /** What the account owes, less what it has to its credit anyway. */
    private Money owed(Deposit deposit, UUID invoiceId) {
        List<OpenItem> open;
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            open = ledger.open(deposit.billingAccountId());
        }
        if (invoiceId != null
                && open.stream()
                        .noneMatch(
                                item -> item.isReceivable() && item.documentId().equals(invoiceId))) {
            throw DomainException.invalid("invoiceId", "This account has no open bill with the id " + invoiceId + ".");
        }
        long owed = open.stream()
                .filter(item -> item.currency().equals(deposit.currency()))
                .mapToLong(item -> item.isReceivable() ? item.openMinor() : -item.openMinor())
                .sum();
        return new Money(Math.max(0, owed), deposit.currency());
    }

    private static Money amountOf(Deposit deposit, DepositRelease release) {
        if (release.amount() == null) {
            return deposit.held();
        }
        DepositService.requireAmount(release.amount(), deposit.currency());
        return release.amount();
    }

    private static String noteOf(DepositRelease release) {
        String reason = release.reason();
        if (reason != null && reason.length() > REASON_AT_MOST) {
            throw DomainException.invalid("reason", "A reason has at most 200 characters.");
        }
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
