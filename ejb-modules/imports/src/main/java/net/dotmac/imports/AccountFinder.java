package net.dotmac.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.customers.CustomerBatchService;
import net.dotmac.imports.domain.Faults;
import net.dotmac.imports.domain.Faults.Reason;

/** Finds the billing accounts that rows mean, by two queries for however many rows. */
@ApplicationScoped
class AccountFinder {

    @Inject
    private CustomerBatchService customers;

    @Inject
    private QuotationService quotations;

    /** The billing accounts of customers by the customers' numbers; an unknown customer is left out. */
    Map<String, List<QuotedAccount>> byCustomer(Collection<String> numbers) {
        Map<String, UUID> ids = customers.idsByNumber(numbers);
        Map<UUID, List<QuotedAccount>> accounts =
                quotations.accountsOf(ids.values()).stream().collect(Collectors.groupingBy(QuotedAccount::customerId));
        Map<String, List<QuotedAccount>> found = new HashMap<>();
        ids.forEach((number, id) -> found.put(number, accounts.getOrDefault(id, List.of())));
        return found;
    }

    /**
     * The account that a row means by the columns {@code customer} and {@code account}.
     *
     * @param account its number, or null if the customer has only one in the currency
     * @param currency that it has to be in
     */
    record Wanted(int line, String customer, String account, String currency) {

        /**
         * @param ofCustomer null if he is unknown
         * @return null if it can't be told which; then the faults say why
         */
        QuotedAccount among(List<QuotedAccount> ofCustomer, Faults faults) {
            if (ofCustomer == null) {
                faults.add(line, "customer", customer, Reason.UNKNOWN, "The number of a customer who is here.");
                return null;
            }
            List<QuotedAccount> fitting = ofCustomer.stream()
                    .filter(each -> account == null || each.number().equals(account))
                    .toList();
            if (fitting.isEmpty()) {
                String found = account == null ? "" : account;
                faults.add(line, "account", found, Reason.UNKNOWN, "A billing account of this customer.");
                return null;
            }
            List<QuotedAccount> inCurrency = fitting.stream()
                    .filter(each -> each.currency().equals(currency))
                    .toList();
            if (inCurrency.isEmpty()) {
                String kept = fitting.get(0).currency();
                faults.add(line, "account", kept, Reason.REFUSED, "A billing account in " + currency + ".");
                return null;
            }
            if (inCurrency.size() > 1) {
                int many = inCurrency.size();
                faults.add(line, "account", "", Reason.MISSING, "The number of one of his " + many + " accounts.");
                return null;
            }
            return inCurrency.get(0);
        }
    }
}
