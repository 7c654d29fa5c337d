package net.dotmac.collections.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.dotmac.collections.Instalment;

/** Tells whether an agreement is kept: by what has been paid on its debts, and by which day. */
public final class AgreementCalculator {

    private AgreementCalculator() {}

    /** How an agreement stands. */
    public enum Outcome {
        ACTIVE,
        /** All of it is paid. */
        KEPT,
        /** A day has passed with less paid than was agreed for it. */
        BROKEN
    }

    /**
     * @param instalments in the order of their days
     * @param paidMinor what has been paid on its debts since it was made
     */
    public static Outcome outcome(List<Instalment> instalments, long paidMinor, LocalDate today) {
        if (paidMinor >= dueBefore(instalments, LocalDate.MAX)) {
            return Outcome.KEPT;
        }
        return paidMinor < dueBefore(instalments, today) ? Outcome.BROKEN : Outcome.ACTIVE;
    }

    /** The first day on which it would be broken if nothing more is paid; empty if all is paid. */
    public static Optional<LocalDate> nextCheck(List<Instalment> instalments, long paidMinor) {
        long sum = 0;
        for (Instalment instalment : instalments) {
            sum = Math.addExact(sum, instalment.amountMinor());
            if (sum > paidMinor) {
                return Optional.of(instalment.dueOn().plusDays(1));
            }
        }
        return Optional.empty();
    }

    private static long dueBefore(List<Instalment> instalments, LocalDate day) {
        return instalments.stream()
                .filter(each -> each.dueOn().isBefore(day))
                .mapToLong(Instalment::amountMinor)
                .sum();
    }
}
