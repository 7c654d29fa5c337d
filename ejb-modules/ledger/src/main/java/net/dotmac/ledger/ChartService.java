package net.dotmac.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Map;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.domain.ChartOfAccounts;
import net.dotmac.ledger.persistence.ChartRepository;
import net.dotmac.platform.TenantService;

/** Which account of the tenant's own chart stands for which account of the journal. */
@Stateless
@Interceptors(CallInterceptor.class)
public class ChartService {

    @Inject
    private ChartRepository repository;

    @Inject
    private TenantService tenants;

    @Inject
    private BusinessClock clock;

    @Inject
    private AuditTrail audit;

    /**
     * Every account of the journal with the entry that stands for it, and those that differ by tax for each tax key
     * ever booked.
     */
    @Requires("ledger.read")
    public List<ChartEntry> list() {
        return chart().entries(repository.taxKeysInUse());
    }

    /**
     * Puts an entry in place of the default, or of the one before.
     *
     * @param entry its {@code isDefault} is not looked at
     * @throws DomainException {@code invalid-value}, naming the attribute
     */
    @Requires("ledger.write")
    public ChartEntry put(ChartEntry entry) {
        if (entry.number() == null || !entry.number().matches("[0-9A-Za-z][0-9A-Za-z.-]{0,19}")) {
            throw DomainException.invalid(
                    "number",
                    "Found " + entry.number()
                            + ", expected an account number of 1 to 20 letters, digits, dots or hyphens.");
        }
        if (entry.name() == null || !entry.name().matches("[^\\s\\p{Cntrl}=+@-][^\\p{Cntrl}]{0,99}")) {
            throw DomainException.invalid(
                    "name", "An account needs a name of 1 to 100 characters that does not begin as a formula does.");
        }
        String taxKey = checked(entry.account(), entry.taxKey());
        ChartEntry own =
                new ChartEntry(entry.account(), taxKey, entry.number(), entry.name(), entry.isAutomatic(), false);
        repository.put(own, clock.now());
        audit.record(
                "chartAccount.changed",
                "chartAccount",
                id(own.account(), taxKey),
                Map.of("number", own.number(), "name", own.name(), "automatic", own.isAutomatic()));
        return own;
    }

    /** Goes back to the default; without an entry of his own the tenant has it already. */
    @Requires("ledger.write")
    public ChartEntry reset(LedgerAccount account, String taxKey) {
        String key = checked(account, taxKey);
        if (repository.remove(account, key)) {
            audit.record("chartAccount.reset", "chartAccount", id(account, key), Map.of());
        }
        ChartEntry used = chart().entry(account, key);
        return new ChartEntry(account, key, used.number(), used.name(), used.isAutomatic(), true);
    }

    private ChartOfAccounts chart() {
        return new ChartOfAccounts(tenants.current().country(), repository.own());
    }

    private static String checked(LedgerAccount account, String taxKey) {
        String key = taxKey == null ? "" : taxKey.strip();
        if (!key.isEmpty() && !account.isByTax()) {
            throw DomainException.invalid("taxKey", "The account " + account.wire() + " does not differ by tax.");
        }
        if (key.length() > 80) {
            throw DomainException.invalid("taxKey", "A tax key has at most 80 characters, e.g. standard 19.");
        }
        return key;
    }

    private static String id(LedgerAccount account, String taxKey) {
        return taxKey.isEmpty() ? account.wire() : account.wire() + ":" + taxKey;
    }
}
