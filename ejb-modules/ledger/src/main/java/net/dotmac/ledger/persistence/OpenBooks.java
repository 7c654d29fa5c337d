package net.dotmac.ledger.persistence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import net.dotmac.kernel.DomainException;
import net.dotmac.ledger.LedgerProblem;

/**
 * From which day on the books are open, as a booking has read it while it holds them.
 *
 * @param from the first open day; {@link LocalDate#MIN} if no month was ever closed
 */
public record OpenBooks(LocalDate from) {

    public static OpenBooks after(Optional<YearMonth> lastClosed) {
        return new OpenBooks(
                lastClosed.map(month -> month.plusMonths(1).atDay(1)).orElse(LocalDate.MIN));
    }

    /** The day itself, or the first open one if it lies in a closed month. */
    public LocalDate forward(LocalDate day) {
        return day.isBefore(from) ? from : day;
    }

    /**
     * The latest of these days that is open: nothing is settled before both its sides exist, or past balances would
     * disagree.
     */
    public LocalDate latest(LocalDate... days) {
        return forward(Arrays.stream(days).max(LocalDate::compareTo).orElseThrow());
    }

    /** The day a document bears, if it was forwarded from there; otherwise null. */
    public LocalDate forwardedFrom(LocalDate day) {
        return day.isBefore(from) ? day : null;
    }

    /** @throws DomainException {@code period-closed} */
    public void requireOpen(LocalDate day) {
        if (day.isBefore(from)) {
            throw new DomainException(
                    LedgerProblem.PERIOD_CLOSED,
                    "Found " + day + ", but the books are closed through " + from.minusDays(1) + ". Use " + from
                            + " or a later day, or have the closed month reopened.");
        }
    }
}
