package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.collections.domain.Debt;
import net.dotmac.collections.domain.Decision;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.domain.LateFeeCalculator;
import net.dotmac.collections.domain.LateFeeCalculator.LateFeeTerms;
import net.dotmac.collections.domain.Standing;
import net.dotmac.collections.persistence.FeeRepository;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.Failpoint;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;

/** Takes a step: all of what it does is one transaction with the row that says it was taken. */
@ApplicationScoped
class StepWork {

    @Inject
    private CaseLog log;

    @Inject
    private NoticeWriter notices;

    @Inject
    private FeeRepository fees;

    @Inject
    private AccessLocks access;

    @Inject
    private BusinessClock clock;

    /** @param next what is decided once this step is taken */
    void take(DunningCase about, DunningPolicy policy, int number, Standing standing, Decision next) {
        DunningStep step = policy.step(number);
        about.stepped(number, clock.today());
        String actions = step.actions().stream().map(DunningAction::wire).collect(Collectors.joining(", "));
        log.step(about, number, actions);
        Failpoint.hit("collections.step.noted");
        Money lateFee = step.does(DunningAction.LATE_FEE) ? lateFee(about, policy, standing) : null;
        if (step.does(DunningAction.THROTTLE) && about.details().access().equals("free")) {
            about.slowedDown();
            log.tell("collections.access.throttled.v1", about, Map.of());
        }
        if (step.does(DunningAction.SUSPEND)) {
            access.suspend(about);
        }
        if (step.does(DunningAction.TERMINATE)) {
            about.proposeTermination();
            log.tell("collections.cases.terminationProposed.v1", about, Map.of());
        }
        if (step.does(DunningAction.NOTICE)) {
            notices.write(about, policy, standing, next, lateFee);
        }
        log.tell("collections.cases.stepped.v1", about, Map.of("actions", actions));
        Failpoint.hit("collections.step.taken");
    }

    /** Nobody pays for being late with a late fee. */
    private Money lateFee(DunningCase about, DunningPolicy policy, Standing standing) {
        Set<UUID> lateFees = fees.lateFeeDocuments(about.billingAccountId());
        long base = standing.dunned().stream()
                .filter(debt -> !lateFees.contains(debt.documentId()))
                .mapToLong(Debt::openMinor)
                .sum();
        String currency = about.currency();
        DunningPolicy.LateFee terms = policy.lateFee();
        Money fee = LateFeeCalculator.fee(
                new Money(base, currency),
                ChronoUnit.DAYS.between(standing.oldestDueOn(), clock.today()),
                new LateFeeTerms(
                        terms.percent(),
                        Money.of(terms.minimum(), currency),
                        Money.of(terms.maximum(), currency),
                        policy.graceDays()));
        if (!fee.isPositive()) {
            return null;
        }
        fees.add(new Fee(
                Ids.next(),
                about.id(),
                about.billingAccountId(),
                Fee.LATE,
                fee,
                null,
                false,
                clock.today(),
                null,
                null));
        return fee;
    }
}
