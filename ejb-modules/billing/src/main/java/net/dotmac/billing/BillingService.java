package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.InvoiceCalculator;
import net.dotmac.billing.domain.InvoiceDraft;
import net.dotmac.billing.domain.Previews;
import net.dotmac.billing.domain.TaxRates;
import net.dotmac.billing.persistence.BillableAccountReader;
import net.dotmac.billing.persistence.DueAccount;
import net.dotmac.billing.persistence.TaxRateRepository;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;

/** Shows what billing single accounts would come to: by the same code that bills them, less the writing. */
@Stateless
@Interceptors(CallInterceptor.class)
public class BillingService {

    private static final int ACCOUNTS_AT_ONCE = 1000;

    @Inject
    private BillableAccountReader reader;

    @Inject
    private TaxRateRepository rates;

    /**
     * What billing these accounts by a day would issue, cycle by cycle. Accounts that aren't due by then, and unknown ones,
     * are left out.
     *
     * @param accountIds at most 1,000
     */
    @Requires("billingRun.read")
    public List<InvoicePreview> preview(Collection<UUID> accountIds, LocalDate through) {
        if (accountIds.size() > ACCOUNTS_AT_ONCE) {
            throw DomainException.invalid(
                    "billingAccountIds", "At most " + ACCOUNTS_AT_ONCE + " accounts can be previewed at once.");
        }
        List<InvoicePreview> previews = new ArrayList<>();
        drafts(reader.due(accountIds, through), through, rates.rates())
                .values()
                .forEach(drafts -> drafts.forEach(draft -> previews.add(Previews.of(draft))));
        return previews;
    }

    static Map<DueAccount, List<InvoiceDraft>> drafts(List<DueAccount> accounts, LocalDate through, TaxRates rates) {
        Map<DueAccount, List<InvoiceDraft>> drafts = new LinkedHashMap<>();
        accounts.forEach(due -> drafts.put(due, InvoiceCalculator.calculate(due.account(), through, rates)));
        return drafts;
    }
}
