package net.dotmac.collections.domain;

import java.time.LocalDate;
import net.dotmac.collections.DunningPolicy;
import net.dotmac.collections.DunningStep;

/**
 * Decides what happens to an overdue account on a day.
 *
 * <p>Steps are counted from the due date of the oldest debt that is dunned, are taken one at a time and on business days only,
 * and keep at least the distance the policy has between them: after days without a round, or a pause, a customer still gets the
 * time that his last reminder gave him. A case is over when what was overdue at its last step is paid; what fell overdue since
 * begins anew from the first step.
 */
public final class DunningCalculator {

    private DunningCalculator() {}

    /**
     * @param minimumMinor below this nobody is dunned, in minor units of the account's currency
     */
    public static Decision decide(
            DunningPolicy policy, long minimumMinor, Situation situation, BusinessCalendar calendar, LocalDate today) {
        Standing standing = Standing.of(situation, policy.graceDays(), today);
        Shields shields = situation.shields();
        if (isNothing(standing.overdueMinor(), minimumMinor)) {
            return new Decision.Settled();
        }
        if (standing.dunned().isEmpty()) {
            Decision.Shield by = shields.arranged().isEmpty() ? Decision.Shield.DISPUTE : Decision.Shield.ARRANGEMENT;
            return new Decision.Shielded(by, null);
        }
        long dunned = standing.dunnedMinor();
        boolean isPaid = situation.step() > 0
                && standing.dunnedBefore(situation.steppedOn().minusDays(policy.graceDays())) == 0;
        if (isNothing(dunned, minimumMinor) || isPaid) {
            return new Decision.Settled();
        }
        if (shields.inFlightMinor() > 0 && isNothing(dunned - shields.inFlightMinor(), minimumMinor)) {
            return new Decision.Shielded(Decision.Shield.DEBIT, null);
        }
        if (shields.pausedUntil() != null && !today.isAfter(shields.pausedUntil())) {
            return new Decision.Shielded(
                    Decision.Shield.PAUSE, shields.pausedUntil().plusDays(1));
        }
        if (shields.promisedUntil() != null && !today.isAfter(shields.promisedUntil())) {
            return new Decision.Shielded(
                    Decision.Shield.PROMISE, shields.promisedUntil().plusDays(1));
        }
        return next(policy, situation, standing.oldestDueOn(), calendar, today);
    }

    private static Decision next(
            DunningPolicy policy,
            Situation situation,
            LocalDate oldestDueOn,
            BusinessCalendar calendar,
            LocalDate today) {
        int number = situation.step() + 1;
        if (number > policy.steps().size()) {
            return new Decision.Wait(0, null);
        }
        LocalDate due = dueOn(policy, number, situation, oldestDueOn, calendar);
        if (!due.isAfter(today) && calendar.isBusinessDay(today)) {
            return new Decision.Take(number);
        }
        return new Decision.Wait(number, calendar.onOrAfter(due.isBefore(today) ? today : due));
    }

    private static LocalDate dueOn(
            DunningPolicy policy, int number, Situation situation, LocalDate oldestDueOn, BusinessCalendar calendar) {
        DunningStep step = policy.step(number);
        LocalDate byDebt = after(oldestDueOn, step.days(), step.inBusinessDays(), calendar);
        LocalDate due = byDebt;
        if (situation.step() > 0) {
            // The steps before may have been taken under a policy that had more of them.
            int gap = Math.max(1, step.days() - policy.step(number - 1).days());
            LocalDate byStep = after(situation.steppedOn(), gap, step.inBusinessDays(), calendar);
            due = byStep.isAfter(byDebt) ? byStep : byDebt;
        }
        LocalDate graceOver = oldestDueOn.plusDays(policy.graceDays() + 1L);
        return calendar.onOrAfter(due.isBefore(graceOver) ? graceOver : due);
    }

    private static LocalDate after(LocalDate day, int days, boolean inBusinessDays, BusinessCalendar calendar) {
        return inBusinessDays ? calendar.plusBusinessDays(day, days) : day.plusDays(days);
    }

    private static boolean isNothing(long minor, long minimumMinor) {
        return minor <= 0 || minor < minimumMinor;
    }
}
