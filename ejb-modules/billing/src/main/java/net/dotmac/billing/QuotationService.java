package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.dotmac.billing.persistence.QuotationReader;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;

/** Finds invoices and accounts by what payers quote, many at a time. */
@Stateless
@Interceptors(CallInterceptor.class)
public class QuotationService {

    @Inject
    private QuotationReader reader;

    /** Invoices with these numbers, spelled as documents spell them; unknown numbers are left out. */
    @Requires("invoice.read")
    public List<QuotedInvoice> invoices(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : reader.invoices(numbers);
    }

    /** These invoices; unknown ids are left out. */
    @Requires("invoice.read")
    public List<QuotedInvoice> invoicesById(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : reader.invoicesById(ids);
    }

    /** Accounts with these numbers; unknown numbers are left out. */
    @Requires("billingAccount.read")
    public List<QuotedAccount> accounts(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : reader.accounts(numbers);
    }

    /** These accounts; unknown ids are left out. */
    @Requires("billingAccount.read")
    public List<QuotedAccount> accountsById(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : reader.accountsById(ids);
    }

    /** The accounts of these customers. */
    @Requires("billingAccount.read")
    public List<QuotedAccount> accountsOf(Collection<UUID> customerIds) {
        return customerIds.isEmpty() ? List.of() : reader.accountsOf(customerIds);
    }
}
