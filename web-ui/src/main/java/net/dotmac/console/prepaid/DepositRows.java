package net.dotmac.console.prepaid;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.prepaid.DepositDetails;
import net.dotmac.prepaid.DepositService;

/** Reads deposits with the names of whose they are, a page at a time. */
@Dependent
class DepositRows {

    @Inject
    private DepositService deposits;

    @Inject
    private QuotationService quotations;

    @Inject
    private CustomerService customers;

    Page<DepositRow> page(Query query) {
        Page<DepositDetails> page = deposits.list(query);
        return new Page<>(rows(page.rows()), page.total());
    }

    DepositRow row(DepositDetails deposit) {
        return rows(List.of(deposit)).get(0);
    }

    /** Whoever may see a deposit may see whose it is. */
    private List<DepositRow> rows(List<DepositDetails> shown) {
        try (CallContext.Scope scope = CallContext.current()
                .with("billingAccount.read", "customer.read")
                .bind()) {
            List<UUID> ids = shown.stream()
                    .map(DepositDetails::billingAccountId)
                    .distinct()
                    .toList();
            Map<UUID, QuotedAccount> accounts = quotations.accountsById(ids).stream()
                    .collect(Collectors.toMap(QuotedAccount::id, Function.identity()));
            Map<UUID, BillTo> names = customers.billTo(
                    shown.stream().map(DepositDetails::customerId).distinct().toList());
            return shown.stream()
                    .map(deposit -> new DepositRow(
                            deposit,
                            accounts.get(deposit.billingAccountId()).number(),
                            names.get(deposit.customerId()).name()))
                    .toList();
        }
    }
}
