package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.ledger.persistence.ReportRepository;

/** The ledger's lists as of any past day, and what moved between two. */
@Stateless
@Interceptors(CallInterceptor.class)
public class LedgerReportService {

    @Inject
    private ReportRepository repository;

    /**
     * What each account owed on a day, by age; who owed most comes first. An account with nothing open is left out.
     *
     * @param limit 1 to 1,000
     */
    @Requires("ledger.read")
    public Page<AccountAge> ageing(LocalDate asOf, int offset, int limit) {
        return repository.ages(asOf, offset, limit);
    }

    /** The same summed up by currency. */
    @Requires("ledger.read")
    public List<AccountAge> ageTotals(LocalDate asOf) {
        return repository.ageTotals(asOf);
    }

    /**
     * What changed an account's balance between two days, in one currency, as the ledger has it. Setting one against the other
     * changes no balance, so it isn't told.
     *
     * @throws DomainException {@code invalid-value} if the period ends before it begins
     */
    @Requires("ledger.read")
    public AccountStatement statement(UUID billingAccountId, String currency, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw DomainException.invalid("to", "Expected a day from " + from + " on, found " + to + ".");
        }
        return repository.statement(billingAccountId, currency, from, to);
    }

    /** The same list from its beginning to its end, a thousand at a time. */
    @Requires("ledger.read")
    public void eachAge(LocalDate asOf, Consumer<List<AccountAge>> taker) {
        repository.eachAge(asOf, taker);
    }

    /**
     * What was open of documents and payments on a day, due first first.
     *
     * @param limit 1 to 1,000
     */
    @Requires("ledger.read")
    public Page<OpenItem> openItems(LocalDate asOf, int offset, int limit) {
        return repository.items(asOf, offset, limit);
    }

    /** The same list from its beginning to its end, a thousand at a time. */
    @Requires("ledger.read")
    public void eachOpenItem(LocalDate asOf, Consumer<List<OpenItem>> taker) {
        repository.eachItem(asOf, taker);
    }

    /**
     * The trial balance between two days: where each account stood before, what moved, and where it stands then.
     *
     * @throws DomainException {@code invalid-value} if it ends before it begins
     */
    @Requires("ledger.read")
    public List<AccountMovement> movements(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw DomainException.invalid(
                    "to", "Found " + from + " to " + to + ", expected a day that is not before the first.");
        }
        return repository.movements(from, to);
    }
}
