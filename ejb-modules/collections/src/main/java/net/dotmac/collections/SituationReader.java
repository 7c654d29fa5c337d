package net.dotmac.collections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.collections.domain.Debt;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.domain.Shields;
import net.dotmac.collections.domain.Situation;
import net.dotmac.collections.persistence.AgreementRepository;
import net.dotmac.kernel.CallContext;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;

/** Reads where an account stands: its debts from the ledger, and what shields it. Runs in its caller's transaction. */
@ApplicationScoped
class SituationReader {

    @Inject
    private LedgerService ledger;

    @Inject
    private AgreementRepository agreements;

    @Inject
    private DebitsInFlight debits;

    /** @param opened its open case, or null */
    Situation read(UUID account, DunningCase opened) {
        List<OpenItem> open;
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            open = ledger.open(account);
        }
        return new Situation(
                opened == null ? 0 : opened.step(),
                opened == null ? null : opened.steppedOn(),
                open.stream()
                        .filter(OpenItem::isReceivable)
                        .map(item -> new Debt(item.documentId(), item.dueOn(), item.openMinor()))
                        .toList(),
                open.stream()
                        .filter(item -> !item.isReceivable())
                        .mapToLong(OpenItem::openMinor)
                        .sum(),
                shields(account, opened));
    }

    private Shields shields(UUID account, DunningCase opened) {
        Set<UUID> disputed = agreements.disputes(account).stream()
                .filter(Dispute::isOpen)
                .map(Dispute::invoiceId)
                .collect(Collectors.toSet());
        Optional<Agreement> active = agreements.active(account);
        LocalDate promised = active.filter(each -> each.kind().equals(Agreement.PROMISE))
                .map(each -> each.instalments().get(0).dueOn())
                .orElse(null);
        Set<UUID> arranged = active.filter(each -> each.kind().equals(Agreement.ARRANGEMENT))
                .map(each -> agreements.covered(each.id()).keySet())
                .orElse(Set.of());
        Map<UUID, Long> inFlight = debits.of(List.of(account));
        return new Shields(
                opened == null ? null : opened.pausedUntil(),
                promised,
                disputed,
                arranged,
                inFlight.getOrDefault(account, 0L));
    }

    /** What has been paid on the debts that an agreement was made on. */
    long paid(Agreement agreement) {
        Map<UUID, Long> before = agreements.covered(agreement.id());
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            Map<UUID, OpenItem> now = ledger.items(before.keySet());
            return before.entrySet().stream()
                    .mapToLong(each -> each.getValue()
                            - Optional.ofNullable(now.get(each.getKey()))
                                    .map(OpenItem::openMinor)
                                    .orElse(0L))
                    .sum();
        }
    }
}
