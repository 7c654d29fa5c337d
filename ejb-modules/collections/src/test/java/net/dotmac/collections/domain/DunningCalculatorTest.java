package net.dotmac.collections.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.collections.DunningAction;
import net.dotmac.collections.DunningPolicy;
import net.dotmac.collections.DunningStep;
import net.dotmac.collections.Instalment;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DunningCalculatorTest {

    /** A Monday. */
    private static final LocalDate DUE = LocalDate.of(2027, 2, 22);

    private static final BusinessCalendar CALENDAR = new BusinessCalendar(
            day -> day.equals(LocalDate.of(2027, 3, 26)) || day.equals(LocalDate.of(2027, 3, 29)),
            day -> day.equals(LocalDate.of(2027, 4, 3)));

    @Test
    void businessDaysLeaveOutWeekendsAndHolidays() {
        assertEquals(LocalDate.of(2027, 3, 30), CALENDAR.plusBusinessDays(LocalDate.of(2027, 3, 25), 1));
        assertEquals(LocalDate.of(2027, 3, 30), CALENDAR.onOrAfter(LocalDate.of(2027, 3, 26)));
        assertEquals(
                LocalDate.of(2027, 4, 3), CALENDAR.plusBusinessDays(LocalDate.of(2027, 4, 2), 1), "a Saturday's work");
        assertEquals(LocalDate.of(2027, 3, 27), CALENDAR.plusBusinessDays(LocalDate.of(2027, 3, 27), 0));
    }

    @Test
    void aStepInBusinessDaysTakesLonger() {
        DunningPolicy policy = policy(0, new DunningStep(5, true, List.of(DunningAction.NOTICE)));
        Situation fresh = owing(DUE, 0, null, Shields.NONE);
        assertEquals(new Decision.Wait(1, DUE.plusDays(7)), decide(policy, fresh, DUE.plusDays(6)));
        assertEquals(new Decision.Take(1), decide(policy, fresh, DUE.plusDays(7)));
    }

    @Test
    void disputesAndArrangementsShieldWhatTheyCover() {
        UUID disputed = new UUID(0, 7);
        Situation situation = new Situation(
                0,
                null,
                List.of(new Debt(disputed, DUE, 10_000), new Debt(new UUID(0, 8), DUE.plusDays(2), 300)),
                0,
                new Shields(null, null, Set.of(disputed), Set.of(), 0));
        DunningPolicy policy = policy(0, step(7));
        assertEquals(300, Standing.of(situation, 0, DUE.plusDays(9)).dunnedMinor());
        assertEquals(new Decision.Take(1), decide(policy, situation, DUE.plusDays(9)));
        Situation wholly = new Situation(
                0, null, situation.debts().subList(0, 1), 0, new Shields(null, null, Set.of(), Set.of(disputed), 0));
        assertEquals(new Decision.Shielded(Decision.Shield.ARRANGEMENT, null), decide(policy, wholly, DUE.plusDays(9)));
    }

    @Test
    void creditIsUsedForTheOldestFirst() {
        Situation situation = new Situation(
                0,
                null,
                List.of(new Debt(new UUID(0, 1), DUE, 1_000), new Debt(new UUID(0, 2), DUE.plusDays(30), 1_000)),
                1_200,
                Shields.NONE);
        Standing standing = Standing.of(situation, 0, DUE.plusDays(60));
        assertEquals(800, standing.dunnedMinor());
        assertEquals(DUE.plusDays(30), standing.oldestDueOn());
    }

    @Test
    void anAgreementIsBrokenTheDayAfter() {
        List<Instalment> parts = List.of(new Instalment(DUE, 500), new Instalment(DUE.plusMonths(1), 500));
        assertEquals(AgreementCalculator.Outcome.ACTIVE, AgreementCalculator.outcome(parts, 0, DUE));
        assertEquals(AgreementCalculator.Outcome.BROKEN, AgreementCalculator.outcome(parts, 499, DUE.plusDays(1)));
        assertEquals(AgreementCalculator.Outcome.ACTIVE, AgreementCalculator.outcome(parts, 500, DUE.plusDays(1)));
        assertEquals(AgreementCalculator.Outcome.KEPT, AgreementCalculator.outcome(parts, 1_000, DUE));
        assertEquals(
                DUE.plusMonths(1).plusDays(1),
                AgreementCalculator.nextCheck(parts, 500).orElseThrow());
    }

    /** Rounds on some days, others missed: one step a day, in their order, on business days, at their distances. */
    @Property(tries = 300)
    @Tag("property")
    void stepsComeOneByOneAtTheirDistances(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 20) Integer> gaps,
            @ForAll @Size(150) List<Boolean> isRoundHeld,
            @ForAll @IntRange(min = 0, max = 10) int grace) {
        List<DunningStep> steps = new ArrayList<>();
        int days = 0;
        for (int gap : gaps) {
            days += gap;
            steps.add(step(days));
        }
        DunningPolicy policy = policy(grace, steps.toArray(DunningStep[]::new));
        Situation situation = owing(DUE, 0, null, Shields.NONE);
        for (int i = 0; i < isRoundHeld.size(); i++) {
            LocalDate today = DUE.plusDays(i);
            if (isRoundHeld.get(i) && decide(policy, situation, today) instanceof Decision.Take due) {
                assertEquals(situation.step() + 1, due.number());
                assertTrue(CALENDAR.isBusinessDay(today));
                assertTrue(today.isAfter(DUE.plusDays(grace)));
                assertFalse(
                        today.isBefore(DUE.plusDays(policy.step(due.number()).days())));
                if (situation.step() > 0) {
                    assertFalse(today.isBefore(situation.steppedOn().plusDays(gaps.get(due.number() - 1))));
                }
                situation = situation.afterStep(due.number(), today);
                assertFalse(decide(policy, situation, today) instanceof Decision.Take, "twice on " + today);
            }
        }
    }

    /** A pause or a promise shields every day up to its last, and none after. */
    @Property(tries = 300)
    @Tag("property")
    void everyShieldOfAPersonEnds(
            @ForAll @IntRange(min = 0, max = 90) int lastDay,
            @ForAll @IntRange(min = 10, max = 120) int today,
            @ForAll boolean isPause) {
        LocalDate until = DUE.plusDays(lastDay);
        Shields shields = isPause
                ? new Shields(until, null, Set.of(), Set.of(), 0)
                : new Shields(null, until, Set.of(), Set.of(), 0);
        Decision decision = decide(policy(0, step(7)), owing(DUE, 0, null, shields), DUE.plusDays(today));
        if (today <= lastDay) {
            Decision.Shield by = isPause ? Decision.Shield.PAUSE : Decision.Shield.PROMISE;
            assertEquals(new Decision.Shielded(by, until.plusDays(1)), decision);
        } else {
            assertFalse(decision instanceof Decision.Shielded);
        }
    }

    /** Whatever is paid of what was overdue at the last step, dunning never goes on from there once all of it is. */
    @Property(tries = 300)
    @Tag("property")
    void whatWasOverdueAtTheLastStepEndsTheCase(
            @ForAll @IntRange(min = 0, max = 10_000) int open, @ForAll @IntRange(min = 0, max = 5_000) int fresh) {
        LocalDate steppedOn = DUE.plusDays(7);
        List<Debt> debts = new ArrayList<>();
        if (open > 0) {
            debts.add(new Debt(new UUID(0, 1), DUE, open));
        }
        if (fresh > 0) {
            debts.add(new Debt(new UUID(0, 2), steppedOn, fresh));
        }
        Situation situation = new Situation(1, steppedOn, debts, 0, Shields.NONE);
        Decision decision = decide(policy(0, step(7), step(14)), situation, steppedOn.plusDays(3));
        boolean isOver = open == 0 || open + fresh < 300;
        assertEquals(isOver, decision instanceof Decision.Settled);
    }

    private static Decision decide(DunningPolicy policy, Situation situation, LocalDate today) {
        return DunningCalculator.decide(policy, 300, situation, CALENDAR, today);
    }

    private static Situation owing(LocalDate due, int step, LocalDate steppedOn, Shields shields) {
        return new Situation(step, steppedOn, List.of(new Debt(new UUID(0, 1), due, 10_000)), 0, shields);
    }

    private static DunningStep step(int days) {
        return new DunningStep(days, false, List.of(DunningAction.NOTICE));
    }

    private static DunningPolicy policy(int grace, DunningStep... steps) {
        return new DunningPolicy("default", grace, BigDecimal.ZERO, List.of(steps), null, null);
    }
}
