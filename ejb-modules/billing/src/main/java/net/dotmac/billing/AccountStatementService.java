package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dotmac.billing.domain.StatementDocument;
import net.dotmac.billing.domain.StatementPdfRenderer;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.AccountStatement;
import net.dotmac.ledger.LedgerReportService;
import net.dotmac.platform.TenantService;

/** Statements of account: what the ledger has of one account between two days, with the numbers of documents. */
@Stateless
@Interceptors(CallInterceptor.class)
public class AccountStatementService {

    @Inject
    private BillingAccountService accounts;

    @Inject
    private CustomerService customers;

    @Inject
    private LedgerReportService ledger;

    @Inject
    private InvoiceNumbers numbers;

    @Inject
    private TenantService tenants;

    @Inject
    private BusinessClock clock;

    /**
     * @return in the account's currency, of both days and those between
     * @throws DomainException {@code not-found}; {@code invalid-value} if the period ends before it begins
     */
    @Requires("invoice.read")
    public StatementDocument statement(UUID billingAccountId, LocalDate from, LocalDate to) {
        try (CallContext.Scope scope = CallContext.current()
                .with("billingAccount.read", "customer.read", "ledger.read")
                .bind()) {
            BillingAccountDetails account = accounts.get(billingAccountId);
            AccountStatement found = ledger.statement(billingAccountId, account.currency(), from, to);
            Set<UUID> ids = found.entries().stream()
                    .map(AccountStatement.Entry::documentId)
                    .collect(Collectors.toSet());
            Map<UUID, String> named = numbers.of(ids);
            Set<UUID> debitNotes = numbers.debitNotes(ids);
            BillTo buyer = Optional.ofNullable(
                            customers.billTo(Set.of(account.customerId())).get(account.customerId()))
                    .orElseThrow(() -> DomainException.notFound("customer", account.customerId()));
            return new StatementDocument(
                    from,
                    to,
                    clock.today(),
                    account.number(),
                    tenants.seller(),
                    buyer,
                    account.currency(),
                    found.openingMinor(),
                    found.closingMinor(),
                    found.entries().stream()
                            .map(entry -> new StatementDocument.Entry(
                                    entry.bookedOn(),
                                    debitNotes.contains(entry.documentId()) ? "debitNote" : entry.kind(),
                                    entry.documentId(),
                                    named.get(entry.documentId()),
                                    entry.amountMinor(),
                                    entry.balanceMinor()))
                            .toList());
        }
    }

    /** The same as PDF, in the customer's language; nothing of it is kept. */
    @Requires("invoice.read")
    public InvoiceFile pdf(UUID billingAccountId, LocalDate from, LocalDate to) {
        StatementDocument document = statement(billingAccountId, from, to);
        return new InvoiceFile(
                "statement-" + document.accountNumber() + "-" + from + "-" + to + ".pdf",
                "application/pdf",
                StatementPdfRenderer.render(document),
                null);
    }
}
