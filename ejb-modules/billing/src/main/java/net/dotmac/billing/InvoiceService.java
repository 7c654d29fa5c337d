package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.CreditPolicy;
import net.dotmac.billing.domain.CreditPolicy.CreditableLine;
import net.dotmac.billing.domain.CreditPolicy.LineCredit;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.domain.SettlementState;
import net.dotmac.billing.domain.TaxTotal;
import net.dotmac.billing.persistence.CreditNoteWriter;
import net.dotmac.billing.persistence.InvoiceLineRepository;
import net.dotmac.billing.persistence.InvoiceRepository;
import net.dotmac.billing.persistence.StoredLine;
import net.dotmac.billing.persistence.WriteOffRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;

/** Issued documents, and the crediting of those that ask for money. */
@Stateless
@Interceptors(CallInterceptor.class)
public class InvoiceService {

    @Inject
    private InvoiceRepository repository;

    @Inject
    private InvoiceLineRepository lines;

    @Inject
    private CreditNoteWriter creditNotes;

    @Inject
    private WriteOffRepository writeOffs;

    @Inject
    private LedgerService ledger;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Requires("invoice.read")
    public InvoiceDetails get(UUID id) {
        return details(List.of(require(id))).get(0);
    }

    @Requires("invoice.read")
    public Page<InvoiceDetails> list(Query query) {
        Page<Invoice> page = repository.find(query);
        return new Page<>(details(page.rows()), page.total());
    }

    /** These documents, in the order of their issue; unknown ids are left out. */
    @Requires("invoice.read")
    public List<InvoiceDetails> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : details(repository.findAll(ids));
    }

    /** The lines of these documents, by document and line number. */
    @Requires("invoice.read")
    public List<InvoiceLineDetails> lines(Collection<UUID> invoiceIds) {
        return invoiceIds.isEmpty()
                ? List.of()
                : repository.lines(invoiceIds).stream().map(StoredLine::details).toList();
    }

    /**
     * A page of the lines of all documents, by document and line number.
     *
     * @throws DomainException {@code unknown-attribute} for other filters than {@code bill.id}, {@code billingAccount.id},
     *     {@code product.id} and {@code isBilled}
     */
    @Requires("invoice.read")
    public Page<InvoiceLineDetails> findLines(Query query) {
        return lines.find(query);
    }

    @Requires("invoice.read")
    public List<InvoiceTaxDetails> taxes(UUID id) {
        List<TaxTotal> taxes = repository.taxes(id);
        if (taxes.isEmpty()) {
            // Every document has one, so this is none of ours.
            require(id);
        }
        return taxes.stream()
                .map(tax ->
                        new InvoiceTaxDetails(tax.category(), tax.jurisdiction(), tax.percent(), tax.net(), tax.tax()))
                .toList();
    }

    /**
     * Issues a credit note of an invoice. What is open of the invoice is settled with it first; the rest stays to the
     * account's credit.
     *
     * @return the credit note
     * @throws DomainException {@code credit-exceeds-invoice} if less is left; {@code document-not-creditable} for a credit note
     */
    @Requires("invoice.credit")
    public InvoiceDetails credit(UUID id, CreditRequest request) {
        Invoice invoice = require(id);
        check(invoice, request);
        repository.lockForCredit(invoice.billingAccountId());
        List<CreditableLine> lines =
                creditNotes.creditable(repository.lines(List.of(id)), repository.creditedLines(id));
        List<LineCredit> credits;
        if (request.amount() != null) {
            credits = CreditPolicy.amount(lines, request.amount());
        } else {
            credits = request.lines() == null ? CreditPolicy.whole(lines) : CreditPolicy.lines(lines, request.lines());
        }
        requireNotGivenUp(invoice, lines, credits);
        LocalDate today = clock.today();
        UUID note = creditNotes.write(invoice, credits, request.reason(), today);
        CallContext.current()
                .with("ledger.book")
                .run(() -> ledger.settle(invoice.billingAccountId(), invoice.id(), today));
        audit.record("invoice.credited", "invoice", id, Map.of("creditNote", note.toString()));
        outbox.record(
                "billing.creditNotes.issued.v1",
                invoice.billingAccountId().toString(),
                Map.of(
                        "creditNoteId", note.toString(),
                        "invoiceId", id.toString(),
                        "customerId", invoice.buyer().customerId().toString()));
        return details(List.of(require(note))).get(0);
    }

    /** What was given up had its tax claimed back, and would have it claimed twice. */
    private void requireNotGivenUp(Invoice invoice, List<CreditableLine> lines, List<LineCredit> credits) {
        long givenUp = writeOffs.givenUp(invoice.id());
        long left = CreditPolicy.left(lines) - givenUp;
        long asked = credits.stream()
                .mapToLong(credit -> credit.net() + credit.tax())
                .sum();
        if (givenUp > 0 && asked > left) {
            throw new DomainException(
                    BillingProblem.CREDIT_EXCEEDS_INVOICE,
                    "Asked to credit " + new Money(asked, invoice.currency()) + ", and "
                            + new Money(givenUp, invoice.currency())
                            + " of " + invoice.number() + " was written off, so that only "
                            + new Money(left, invoice.currency()) + " is left. Recover the write-off first.");
        }
    }

    private static void check(Invoice invoice, CreditRequest request) {
        if (!invoice.kind().isDemand()) {
            throw new DomainException(
                    BillingProblem.NOT_CREDITABLE,
                    invoice.number() + " is a credit note itself. Only invoices and debit notes can be credited.");
        }
        request.check(invoice.currency());
    }

    private List<InvoiceDetails> details(List<Invoice> invoices) {
        Map<UUID, OpenItem> open =
                ledgerItems(invoices.stream().map(Invoice::id).toList());
        return invoices.stream()
                .map(invoice -> details(invoice, open.get(invoice.id())))
                .toList();
    }

    private Map<UUID, OpenItem> ledgerItems(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            return ledger.items(ids);
        }
    }

    private static InvoiceDetails details(Invoice invoice, OpenItem item) {
        long open = item == null ? 0 : item.openMinor();
        long amount = item == null ? 0 : item.amountMinor();
        return new InvoiceDetails(
                invoice.id(),
                invoice.kind().wire(),
                invoice.number(),
                invoice.billingAccountId(),
                invoice.accountNumber(),
                invoice.correctsId(),
                invoice.reason(),
                invoice.runId(),
                invoice.cycleDate(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.currency(),
                invoice.netMinor(),
                invoice.taxMinor(),
                invoice.grossMinor(),
                open,
                SettlementState.of(amount, open).wire(),
                invoice.treatment().wire(),
                invoice.buyer(),
                invoice.createdAt());
    }

    private Invoice require(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("invoice", id));
    }
}
