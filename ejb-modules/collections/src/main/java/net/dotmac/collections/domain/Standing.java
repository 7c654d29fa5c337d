package net.dotmac.collections.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What of an account's debts is overdue, net of its credit, and what of that may be dunned.
 *
 * @param overdueMinor all that is overdue beyond the days of grace
 * @param dunned what of it is neither disputed nor arranged, oldest first
 */
public record Standing(long overdueMinor, List<Debt> dunned) {

    public Standing {
        dunned = List.copyOf(dunned);
    }

    /**
     * @param graceDays days after the due date on which nothing counts as overdue
     */
    public static Standing of(Situation situation, int graceDays, LocalDate today) {
        long credit = situation.creditMinor();
        long overdue = 0;
        List<Debt> dunned = new ArrayList<>();
        for (Debt debt : situation.debts()) {
            if (!debt.dueOn().plusDays(graceDays).isBefore(today)) {
                continue;
            }
            boolean isCovered = situation.shields().cover(debt.documentId());
            // What is disputed is not paid by the way: credit goes to what is not.
            long used = isCovered ? 0 : Math.min(credit, debt.openMinor());
            credit -= used;
            long left = debt.openMinor() - used;
            overdue = Math.addExact(overdue, left);
            if (left > 0 && !isCovered) {
                dunned.add(new Debt(debt.documentId(), debt.dueOn(), left));
            }
        }
        return new Standing(Math.max(0, overdue - credit), dunned);
    }

    /** What may be dunned, in minor units. */
    public long dunnedMinor() {
        return dunned.stream().mapToLong(Debt::openMinor).reduce(0, Math::addExact);
    }

    /** What of it was due before a day. */
    long dunnedBefore(LocalDate day) {
        return dunned.stream()
                .filter(debt -> debt.dueOn().isBefore(day))
                .mapToLong(Debt::openMinor)
                .sum();
    }

    /** When the oldest of what may be dunned was due, or null. */
    public LocalDate oldestDueOn() {
        return dunned.isEmpty() ? null : dunned.get(0).dueOn();
    }

    public List<UUID> documents() {
        return dunned.stream().map(Debt::documentId).toList();
    }
}
