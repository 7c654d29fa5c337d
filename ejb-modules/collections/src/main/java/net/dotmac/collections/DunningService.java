package net.dotmac.collections;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.persistence.CaseRepository;
import net.dotmac.collections.persistence.PolicyRepository;
import net.dotmac.collections.persistence.RoundRepository;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.Rounding;
import net.dotmac.ledger.AccountsAfter;
import net.dotmac.ledger.OpenItem;
import net.dotmac.ledger.SettlementService;

/**
 * The daily round, stretch by stretch: finds in bulk who needs a look, and gives each account one in a transaction of its own, so
 * that one that fails holds up no other. Whoever is quiet costs a share of two queries.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class DunningService {

    private static final int STRETCH = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    private CaseWork work;

    @Inject
    private CaseRepository cases;

    @Inject
    private PolicyRepository policies;

    @Inject
    private RoundRepository rounds;

    @Inject
    private SettlementService settlements;

    @Inject
    private BusinessClock clock;

    /**
     * Whether today's round is to be run.
     *
     * @param hour of the tenant's day from which it runs, 0 to 23
     */
    @Requires("collection.write")
    public boolean isRoundDue(int hour) {
        return clock.now().atZone(clock.zone()).getHour() >= hour
                && !rounds.of(clock.today())
                        .map(RoundRepository.Round::isFinished)
                        .orElse(false);
    }

    /** The next stretch of today's round; where it begins is kept, so that a round goes on after a crash. */
    @Requires("collection.write")
    public DueAccounts nextStretch() {
        LocalDate today = clock.today();
        UUID after = rounds.of(today).map(RoundRepository.Round::after).orElse(FIRST);
        Map<String, DunningPolicy> all = policies.all();
        // PostgreSQL orders ids as their texts are ordered, and Java does not.
        TreeSet<UUID> accounts = new TreeSet<>(Comparator.comparing(UUID::toString));
        if (!all.isEmpty()) {
            int grace = all.values().stream()
                    .mapToInt(DunningPolicy::graceDays)
                    .min()
                    .orElse(0);
            accounts.addAll(settlements.overdueAccounts(today.minusDays(grace), new AccountsAfter(after, STRETCH)));
        }
        accounts.addAll(cases.openAccounts(after, STRETCH));
        if (accounts.isEmpty()) {
            return new DueAccounts(List.of(), null);
        }
        List<UUID> stretch = accounts.stream().limit(STRETCH).toList();
        return new DueAccounts(wanting(stretch, all, today), stretch.get(stretch.size() - 1));
    }

    /** Notes that a stretch is done. @param stretch the one whose accounts were looked at */
    @Requires("collection.write")
    public void finished(DueAccounts stretch) {
        rounds.move(clock.today(), stretch.through(), clock.now());
    }

    /** Looks at an account as the round does: opens a case, takes a step if one is due. Again it does nothing. */
    @Requires("collection.write")
    public void look(UUID billingAccountId) {
        work.look(billingAccountId, true);
    }

    /** Looks at an account in between: closes its case if it is paid, but takes no step. */
    @Requires("collection.write")
    public void review(UUID billingAccountId) {
        work.look(billingAccountId, false);
    }

    /** Notes why an account could not be looked at; the next look clears that. */
    @Requires("collection.write")
    public void failed(UUID billingAccountId, String reason) {
        cases.lockOpen(billingAccountId).ifPresent(about -> about.failed(reason));
        cases.flush();
    }

    /** Accounts whose time of access in spite of debts is over. */
    @Requires("collection.read")
    public List<UUID> grantsOver() {
        return cases.grantsOver(clock.now(), STRETCH);
    }

    private List<UUID> wanting(List<UUID> stretch, Map<String, DunningPolicy> all, LocalDate today) {
        Map<UUID, List<OpenItem>> open = settlements.open(stretch);
        Map<UUID, DunningCase> opened = cases.open(stretch);
        return stretch.stream()
                .filter(account -> wantsLook(opened.get(account), open.getOrDefault(account, List.of()), all, today))
                .toList();
    }

    private static boolean wantsLook(
            DunningCase opened, List<OpenItem> open, Map<String, DunningPolicy> all, LocalDate today) {
        if (opened == null) {
            return all.values().stream().anyMatch(policy -> isWorthACase(policy, open, today));
        }
        CaseDetails known = opened.details();
        DunningPolicy policy = all.getOrDefault(known.customerClass(), all.get(DunningPolicy.DEFAULT));
        boolean isDue = known.nextOn() != null && !known.nextOn().isAfter(today);
        return policy == null
                || isDue
                || known.problem() != null
                || "debit".equals(known.shield())
                || overdue(open, policy.graceDays(), today) != known.overdueMinor();
    }

    private static boolean isWorthACase(DunningPolicy policy, List<OpenItem> open, LocalDate today) {
        long overdue = overdue(open, policy.graceDays(), today);
        if (overdue <= 0) {
            return false;
        }
        BigDecimal minimum = policy.minimum();
        return overdue >= Rounding.toMinor(minimum, open.get(0).currency());
    }

    private static long overdue(Collection<OpenItem> open, int graceDays, LocalDate today) {
        long debts = 0;
        for (OpenItem item : open) {
            if (!item.isReceivable()) {
                debts -= item.openMinor();
            } else if (item.dueOn().plusDays(graceDays).isBefore(today)) {
                debts += item.openMinor();
            }
        }
        return Math.max(0, debts);
    }
}
