package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.domain.DebitNoteCalculator;
import net.dotmac.billing.domain.DebitNoteCalculator.Asked;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.domain.TaxCalculator.Taxed;
import net.dotmac.billing.domain.TaxTreatment;
import net.dotmac.billing.persistence.BillingAccountRepository;
import net.dotmac.billing.persistence.DebitNoteWriter;
import net.dotmac.billing.persistence.InvoiceRepository;
import net.dotmac.billing.persistence.TaxRateRepository;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.LedgerService;

/** Debit notes: documents that ask for more outside a billing run, for a fee or where an invoice asked too little. */
@Stateless
@Interceptors(CallInterceptor.class)
public class DebitNoteService {

    @Inject
    private BillingAccountRepository accounts;

    @Inject
    private InvoiceRepository invoices;

    @Inject
    private DebitNoteWriter writer;

    @Inject
    private TaxRateRepository rates;

    @Inject
    private CustomerService customers;

    @Inject
    private LedgerService ledger;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Issues a debit note of today, due after the account's days. Money that waits on the account pays it.
     *
     * @return the note; the one issued before if the source asked before
     * @throws DomainException {@code invalid-value} naming the attribute; {@code billing-account-closed};
     *     {@code debit-note-not-possible} if the customer has no address or the category no rate
     */
    @Requires("invoice.debit")
    public UUID issue(UUID billingAccountId, DebitNoteRequest request) {
        BillingAccountDetails details = accounts.find(billingAccountId)
                .orElseThrow(() -> DomainException.notFound("billing account", billingAccountId))
                .details();
        request.check(details.currency());
        requireOwn(request.correctsId(), billingAccountId);
        invoices.lockForCredit(billingAccountId);
        Optional<UUID> before = writer.issuedFor(request.sourceId());
        if (before.isPresent()) {
            return before.get();
        }
        if (!details.state().equals("active")) {
            throw new DomainException(
                    BillingProblem.ACCOUNT_CLOSED, "The billing account " + details.number() + " is closed.");
        }
        LocalDate today = clock.today();
        List<Asked> asked = asked(request);
        Taxed taxed =
                DebitNoteCalculator.taxed(asked, rates.rates(), today, TaxTreatment.ofWire(details.taxTreatment()));
        UUID note = writer.write(details, request, buyer(details), asked, taxed, today);
        CallContext.current().with("ledger.book").run(() -> ledger.settleCredits(List.of(billingAccountId), today));
        record(note, details, request);
        return note;
    }

    private static List<Asked> asked(DebitNoteRequest request) {
        return request.lines().stream()
                .map(line -> new Asked(
                        line.kindOf(),
                        line.description().strip(),
                        line.amount().minor(),
                        line.taxCategory(),
                        line.taxIncluded()))
                .toList();
    }

    private BillTo buyer(BillingAccountDetails account) {
        try (CallContext.Scope scope =
                CallContext.current().with("customer.read").bind()) {
            BillTo buyer = customers.billTo(List.of(account.customerId())).get(account.customerId());
            if (buyer == null || buyer.address() == null) {
                throw new DomainException(
                        BillingProblem.DEBIT_NOTE_NOT_POSSIBLE,
                        "The customer of " + account.number()
                                + " has no postal address, which a document must show. Add one.");
            }
            return buyer;
        }
    }

    private void requireOwn(UUID correctsId, UUID billingAccountId) {
        if (correctsId == null) {
            return;
        }
        Invoice invoice = invoices.find(correctsId).orElseThrow(() -> DomainException.notFound("invoice", correctsId));
        if (!invoice.billingAccountId().equals(billingAccountId)
                || !invoice.kind().isDemand()) {
            throw DomainException.invalid(
                    "invoiceId", invoice.number() + " is a credit note or another account's. Name its own invoice.");
        }
    }

    private void record(UUID note, BillingAccountDetails account, DebitNoteRequest request) {
        audit.record(
                "invoice.debited",
                "billingAccount",
                account.id(),
                Map.of("debitNote", note.toString(), "reason", request.reason()));
        outbox.record(
                "billing.debitNotes.issued.v1",
                account.id().toString(),
                Map.of(
                        "debitNoteId", note.toString(),
                        "billingAccountId", account.id().toString(),
                        "customerId", account.customerId().toString()));
    }
}
