package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.persistence.LedgerRepository;
import net.dotmac.ledger.persistence.PeriodRepository;
import net.dotmac.ledger.persistence.RecognitionWriter;

/**
 * Closes the books month by month, and reopens the last closed one. The first close may be of any month that is over,
 * and closes all that lies before it.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class PeriodService {

    @Inject
    private PeriodRepository repository;

    @Inject
    private LedgerRepository ledger;

    @Inject
    private RecognitionWriter recognition;

    @Inject
    private BusinessClock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /** All months that were ever closed, also those reopened since: the youngest first. */
    @Requires("ledger.read")
    public List<ClosedPeriod> list() {
        return repository.periods();
    }

    /** Which month can be closed next, and what speaks against it. */
    @Requires("ledger.read")
    public NextClose next() {
        YearMonth current = YearMonth.from(clock.today());
        YearMonth month =
                repository.lastClosed().map(last -> last.plusMonths(1)).orElse(current.minusMonths(1));
        boolean isOver = month.isBefore(current);
        return new NextClose(month, isOver, isOver ? asOfEnd(month).differences() : List.of());
    }

    /**
     * The trial balance a month was closed with.
     *
     * @throws DomainException {@code not-found} unless it is closed
     */
    @Requires("ledger.read")
    public TrialBalance closingBalance(YearMonth month) {
        ClosedPeriod period =
                repository.closed(month).orElseThrow(() -> DomainException.notFound("closed month", month));
        return new TrialBalance(repository.balance(period.id()), List.of());
    }

    /**
     * Closes a month: its revenue is recognised, and from now on nothing is booked on its days, nor on any before it.
     * Bookings under way come first.
     *
     * @throws DomainException {@code period-not-its-turn} unless it is the one after the last closed; {@code
     *     period-not-over} before its last day has passed for the tenant; {@code books-not-balanced}
     */
    @Requires("ledger.close")
    public ClosedPeriod close(YearMonth month) {
        Optional<YearMonth> last = repository.holdBooksAlone();
        requireTurn(month, last);
        if (!month.isBefore(YearMonth.from(clock.today()))) {
            throw new DomainException(
                    LedgerProblem.NOT_OVER,
                    month + " is not over: today is " + clock.today() + ". Close it from "
                            + month.plusMonths(1).atDay(1) + " on.",
                    "month");
        }
        recognition.recognise(last, month);
        TrialBalance balance = asOfEnd(month);
        if (!balance.isBalanced()) {
            throw new DomainException(
                    LedgerProblem.NOT_BALANCED,
                    month + " can't be closed, for the books don't balance as of its end: "
                            + String.join("; ", balance.differences()) + ".");
        }
        ClosedPeriod closed = repository.add(month, clock.now(), balance.accounts());
        audit.record("period.closed", "period", closed.id(), Map.of("month", month.toString()));
        announce("closed", month);
        return closed;
    }

    /**
     * Reopens the last closed month.
     *
     * @param reason 1 to 500 characters
     * @throws DomainException {@code period-not-its-turn} for any other month; {@code invalid-value} without a reason
     */
    @Requires("ledger.reopen")
    public ClosedPeriod reopen(YearMonth month, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw DomainException.invalid("reason", "To reopen a month needs a reason of 1 to 500 characters.");
        }
        Optional<YearMonth> last = repository.holdBooksAlone();
        if (last.isEmpty() || !last.get().equals(month)) {
            throw new DomainException(
                    LedgerProblem.NOT_ITS_TURN,
                    last.map(each -> "Only the last closed month can be reopened, which is " + each + ".")
                            .orElse("No month is closed."),
                    "month");
        }
        ClosedPeriod period = repository.closed(month).orElseThrow();
        repository.reopen(period.id(), clock.now(), reason);
        audit.record("period.reopened", "period", period.id(), Map.of("month", month.toString(), "reason", reason));
        announce("reopened", month);
        return repository.periods().stream()
                .filter(each -> each.id().equals(period.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What becomes of days that people choose in a closed month. */
    @Requires("ledger.read")
    public ChosenDays chosenDays() {
        return repository.chosenDays();
    }

    @Requires("ledger.close")
    public void setChosenDays(ChosenDays chosen) {
        repository.setChosenDays(chosen);
        audit.record("ledger.policyChanged", "ledger", "policy", Map.of("chosenDays", chosen.wire()));
    }

    private static void requireTurn(YearMonth month, Optional<YearMonth> last) {
        if (last.isPresent() && !last.get().plusMonths(1).equals(month)) {
            throw new DomainException(
                    LedgerProblem.NOT_ITS_TURN,
                    "Found " + month + ", but the books are closed through "
                            + last.get().atEndOfMonth() + ", so the next to close is "
                            + last.get().plusMonths(1) + ".",
                    "month");
        }
    }

    private TrialBalance asOfEnd(YearMonth month) {
        return TrialBalance.of(ledger.accounts(month.atEndOfMonth()), ledger.openItems(month.atEndOfMonth()));
    }

    private void announce(String what, YearMonth month) {
        outbox.record(
                "ledger.periods." + what + ".v1",
                "books",
                Map.of(
                        "month",
                        month.toString(),
                        "through",
                        month.atEndOfMonth().toString()));
    }
}
