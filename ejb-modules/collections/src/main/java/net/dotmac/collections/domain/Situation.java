package net.dotmac.collections.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Where an account stands on a day, as far as dunning asks.
 *
 * @param step the step of its case that was taken last, 0 for none or if it has no case
 * @param steppedOn when that was, or null
 * @param debts all open documents, in any order
 * @param creditMinor what it has to its credit and has not used, 0 or more
 */
public record Situation(int step, LocalDate steppedOn, List<Debt> debts, long creditMinor, Shields shields) {

    public Situation {
        debts = debts.stream()
                .sorted(Comparator.comparing(Debt::dueOn).thenComparing(Debt::documentId))
                .toList();
    }

    /** The same once a step is taken. */
    public Situation afterStep(int taken, LocalDate today) {
        return new Situation(taken, today, debts, creditMinor, shields);
    }
}
