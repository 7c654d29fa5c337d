package net.dotmac.rest.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.BillingAccountDetails;
import net.dotmac.billing.BillingAccountService;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;

/**
 * Who stands behind billing accounts, asked for many at once. Whoever may read the ledger may know whose money it is.
 */
@ApplicationScoped
public class Payers {

    @Inject
    private BillingAccountService accounts;

    @Inject
    private CustomerService customers;

    /** @param customerName the customer's, not the account's */
    record Payer(String accountNumber, UUID customerId, String customerNumber, String customerName) {}

    Map<UUID, Payer> of(Collection<UUID> accountIds) {
        try (CallContext.Scope scope = CallContext.current()
                .with("billingAccount.read", "customer.read")
                .bind()) {
            Map<UUID, Payer> payers = new HashMap<>();
            var found = accounts.byIds(accountIds);
            Map<UUID, BillTo> names = customers.billTo(
                    found.stream().map(BillingAccountDetails::customerId).collect(Collectors.toSet()));
            for (BillingAccountDetails account : found) {
                BillTo customer = names.get(account.customerId());
                payers.put(
                        account.id(),
                        new Payer(
                                account.number(),
                                account.customerId(),
                                customer == null ? "" : customer.customerNumber(),
                                customer == null ? "" : customer.name()));
            }
            return payers;
        }
    }
}
