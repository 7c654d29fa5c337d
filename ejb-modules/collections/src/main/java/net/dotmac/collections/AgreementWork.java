package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dotmac.collections.domain.AgreementCalculator;
import net.dotmac.collections.domain.AgreementCalculator.Outcome;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.persistence.AgreementRepository;
import net.dotmac.kernel.BusinessClock;

/** Tells whether what a customer has said holds. Runs in its caller's transaction, which holds the case. */
@ApplicationScoped
class AgreementWork {

    @Inject
    private AgreementRepository repository;

    @Inject
    private SituationReader situations;

    @Inject
    private CaseLog log;

    @Inject
    private BusinessClock clock;

    /** Ends the account's agreement if it is kept or broken as of today. */
    void review(DunningCase about) {
        repository.active(about.billingAccountId()).ifPresent(active -> {
            long paid = situations.paid(active);
            Outcome outcome = AgreementCalculator.outcome(active.instalments(), paid, clock.today());
            if (outcome != Outcome.ACTIVE) {
                end(about, active, outcome.name().toLowerCase(Locale.ROOT), paid);
            }
        });
    }

    /** Ends the account's agreement when its case closes. */
    void withdraw(DunningCase about) {
        repository
                .active(about.billingAccountId())
                .ifPresent(active -> end(about, active, "withdrawn", situations.paid(active)));
    }

    private void end(DunningCase about, Agreement active, String state, long paid) {
        repository.end(active.id(), state, clock.today());
        String kind = active.kind() + state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1);
        log.note(about, kind, paid, null);
        log.tell(
                "collections." + active.kind() + "s." + state + ".v1",
                about,
                Map.of("agreementId", active.id().toString(), "amountMinor", active.amountMinor(), "paidMinor", paid));
    }

    /** The day on which the account's agreement is to be looked at again. */
    Optional<LocalDate> nextCheck(DunningCase about) {
        return repository
                .active(about.billingAccountId())
                .flatMap(active -> AgreementCalculator.nextCheck(active.instalments(), situations.paid(active)));
    }
}
