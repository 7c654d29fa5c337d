package net.dotmac.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.domain.CycleCalculator;
import net.dotmac.billing.persistence.BillingAccountRepository;
import net.dotmac.kernel.CallContext;
import net.dotmac.ledger.LedgerService;
import net.dotmac.services.Payer;
import net.dotmac.services.Payers;

/** Tells orders who pays by a billing account. */
@ApplicationScoped
public class AccountPayers implements Payers {

    @Inject
    private BillingAccountRepository repository;

    @Inject
    private LedgerService ledger;

    @Override
    public Optional<Payer> find(UUID billingAccountId) {
        return repository
                .find(billingAccountId)
                .map(account -> account.details())
                .map(account -> new Payer(
                        account.id(),
                        account.customerId(),
                        account.currency(),
                        account.state().equals("active"),
                        CycleCalculator.before(account.nextBillOn(), account.cycleDay()),
                        booksOpenFrom()));
    }

    /** What lies before is booked for good; null while no month was ever closed. */
    private LocalDate booksOpenFrom() {
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            LocalDate from = ledger.openFrom();
            return from.equals(LocalDate.MIN) ? null : from;
        }
    }

    @Override
    public Map<UUID, Integer> cycleDays(Collection<UUID> billingAccountIds) {
        return repository.cycleDays(billingAccountIds);
    }
}
