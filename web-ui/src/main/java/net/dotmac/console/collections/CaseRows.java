package net.dotmac.console.collections;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dotmac.billing.QuotationService;
import net.dotmac.billing.QuotedAccount;
import net.dotmac.billing.QuotedInvoice;
import net.dotmac.collections.CaseDetails;
import net.dotmac.collections.CaseService;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;

/** Reads cases with the names of whom they are about, a page at a time. */
@Dependent
class CaseRows {

    @Inject
    private CaseService cases;

    @Inject
    private QuotationService quotations;

    @Inject
    private CustomerService customers;

    Page<CaseRow> page(Query query) {
        Page<CaseDetails> page = cases.list(query);
        List<CaseRow> rows = rows(page.rows());
        return new Page<>(rows, page.total());
    }

    CaseRow row(CaseDetails about) {
        return rows(List.of(about)).get(0);
    }

    /** Whoever may see a case may see whose it is. */
    private List<CaseRow> rows(List<CaseDetails> shown) {
        try (CallContext.Scope scope = CallContext.current()
                .with("billingAccount.read", "customer.read")
                .bind()) {
            Map<UUID, QuotedAccount> accounts =
                    quotations
                            .accountsById(shown.stream()
                                    .map(CaseDetails::billingAccountId)
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(QuotedAccount::id, Function.identity()));
            Map<UUID, BillTo> names =
                    customers.billTo(shown.stream().map(CaseDetails::customerId).toList());
            return shown.stream()
                    .map(about -> new CaseRow(
                            about,
                            accounts.get(about.billingAccountId()).number(),
                            names.get(about.customerId()).name()))
                    .toList();
        }
    }

    /** The numbers of these documents. */
    Map<UUID, String> numbers(Collection<UUID> documents) {
        try (CallContext.Scope scope =
                CallContext.current().with("invoice.read").bind()) {
            return quotations.invoicesById(documents).stream()
                    .collect(Collectors.toMap(QuotedInvoice::id, QuotedInvoice::number));
        }
    }
}
