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
}
