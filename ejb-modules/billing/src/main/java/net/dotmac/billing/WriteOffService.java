package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.domain.TaxKey;
import net.dotmac.billing.domain.TaxShares;
import net.dotmac.billing.domain.WriteOffCalculator.Part;
import net.dotmac.billing.persistence.InvoiceRepository;
import net.dotmac.billing.persistence.WriteOffParts;
import net.dotmac.billing.persistence.WriteOffRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Ids;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.DocumentPosting;
import net.dotmac.ledger.LedgerService;
import net.dotmac.ledger.OpenItem;

/**
 * Gives up what a customer won't pay, with relief from its tax where the law grants it, and asks for it again when he pays after
 * all. The document itself stays as it is.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class WriteOffService {

    @Inject
    private InvoiceRepository invoices;

    @Inject
    private WriteOffRepository repository;

    @Inject
    private WriteOffParts parts;

    @Inject
    private LedgerService ledger;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /** Write-offs and recoveries of a document, oldest first. */
    @Requires("invoice.read")
    public List<WriteOffDetails> of(UUID invoiceId) {
        List<WriteOffDetails> made = written(invoiceId);
        if (made.isEmpty() && invoices.find(invoiceId).isEmpty()) {
            throw DomainException.notFound("invoice", invoiceId);
        }
        return made;
    }

    private List<WriteOffDetails> written(UUID invoiceId) {
        List<WriteOffDetails> made = repository.of(invoiceId);
        Map<UUID, OpenItem> items = items(made.stream().map(WriteOffDetails::id).toList());
        return made.stream()
                .map(each -> each.isRecovery() ? left(each, items.get(each.id()).openMinor()) : each)
                .toList();
    }

    /**
     * Gives up what is open of a document, or a part of it. Money that waits on the account settles first.
     *
     * @throws DomainException {@code write-off-exceeds-open} if less is open
     */
    @Requires("invoice.writeOff")
    public WriteOffDetails writeOff(UUID invoiceId, WriteOffRequest request) {
        Invoice invoice = require(invoiceId);
        request.check(invoice.currency());
        UUID account = invoice.billingAccountId();
        invoices.lockForCredit(account);
        LocalDate today = clock.today();
        settle(account, invoiceId, today);
        OpenItem item = items(List.of(invoiceId)).get(invoiceId);
        long open = item == null || !item.isReceivable() ? 0 : item.openMinor();
        Money amount = request.amount() == null ? new Money(open, invoice.currency()) : request.amount();
        if (open == 0 || amount.minor() > open) {
            throw new DomainException(
                    BillingProblem.WRITE_OFF_EXCEEDS_OPEN,
                    "Asked to give up " + amount + ", and " + new Money(open, invoice.currency()) + " of "
                            + invoice.number() + " is open.");
        }
        List<WriteOffDetails> before = repository.of(invoiceId);
        WriteOffDetails made = make(invoice, null, amount, request.taxRelief(), request.reason(), before);
        write(made, invoice, parts.ofDocument(invoice, before).parts(amount), -1);
        settle(account, invoiceId, today);
        record("made", made, invoice);
        return read(made);
    }

    /**
     * Asks again for what was given up, or a part of it, for the customer has paid or will: it is open as of today, its tax is owed
     * to the state again, and money that waits on the account settles it.
     *
     * @param request without an amount for all that has not come back
     * @throws DomainException {@code recovery-exceeds-write-off} if less was given up; {@code not-found} for what is no write-off
     */
    @Requires("invoice.writeOff")
    public WriteOffDetails recover(UUID writeOffId, WriteOffRequest request) {
        WriteOffDetails first = requireWriteOff(writeOffId);
        request.check(first.currency());
        invoices.lockForCredit(first.billingAccountId());
        WriteOffDetails writeOff = requireWriteOff(writeOffId);
        Money left = new Money(writeOff.leftMinor(), writeOff.currency());
        Money amount = request.amount() == null ? left : request.amount();
        if (left.isZero() || amount.compareTo(left) > 0) {
            throw new DomainException(
                    BillingProblem.RECOVERY_EXCEEDS_WRITE_OFF,
                    "Asked to recover " + amount + ", and " + left + " of " + writeOff.reference() + " is left.");
        }
        List<WriteOffDetails> before = repository.of(writeOff.invoiceId());
        Invoice invoice = require(writeOff.invoiceId());
        WriteOffDetails made = make(invoice, writeOffId, amount, writeOff.taxRelief(), request.reason(), before);
        write(made, invoice, parts.ofWriteOff(writeOffId, before).parts(amount), 1);
        settle(writeOff.billingAccountId(), made.id(), clock.today());
        record("recovered", made, invoice);
        return read(made);
    }

    private WriteOffDetails make(
            Invoice invoice, UUID recovers, Money amount, boolean relief, String reason, List<WriteOffDetails> before) {
        boolean isRecovery = recovers != null;
        long number = 1
                + before.stream()
                        .filter(each -> each.isRecovery() == isRecovery)
                        .count();
        return new WriteOffDetails(
                Ids.next(),
                invoice.number() + (isRecovery ? "/R" : "/W") + number,
                invoice.id(),
                recovers,
                invoice.billingAccountId(),
                clock.today(),
                amount.currency(),
                amount.minor(),
                0,
                relief,
                amount.minor(),
                reason.strip(),
                CallContext.current().actor(),
                clock.now());
    }

    private void write(WriteOffDetails made, Invoice invoice, List<Part> given, int sign) {
        TaxShares shares = new TaxShares();
        Map<String, DocumentPosting.Part> booked = new LinkedHashMap<>();
        for (Part part : given) {
            shares.add(part.category(), part.percent(), sign * part.net(), sign * part.tax());
            String key = TaxKey.of(part.category(), part.percent());
            booked.put(
                    key,
                    made.taxRelief()
                            ? new DocumentPosting.Part(key, sign * part.net(), sign * part.tax())
                            : new DocumentPosting.Part(key, sign * Math.addExact(part.net(), part.tax()), 0));
        }
        repository.add(made, shares.totals(invoices.taxes(invoice.id())));
        DocumentPosting posting = new DocumentPosting(
                made.id(),
                made.billingAccountId(),
                made.currency(),
                new ArrayList<>(booked.values()),
                made.bookedOn(),
                made.bookedOn());
        CallContext.current().with("ledger.book").run(() -> ledger.bookWriteOff(posting));
    }

    private void settle(UUID account, UUID first, LocalDate day) {
        CallContext.current().with("ledger.book").run(() -> ledger.settle(account, first, day));
    }

    private Map<UUID, OpenItem> items(List<UUID> ids) {
        try (CallContext.Scope scope = CallContext.current().with("ledger.read").bind()) {
            return ledger.items(ids);
        }
    }

    private void record(String what, WriteOffDetails made, Invoice invoice) {
        audit.record(
                "writeOff." + what,
                "invoice",
                invoice.id(),
                Map.of(
                        "reference", made.reference(),
                        "amountMinor", made.amountMinor(),
                        "taxRelief", made.taxRelief(),
                        "reason", made.reason()));
        outbox.record(
                "billing.writeOffs." + what + ".v1",
                made.billingAccountId().toString(),
                Map.of(
                        "writeOffId", made.id().toString(),
                        "invoiceId", invoice.id().toString(),
                        "billingAccountId", made.billingAccountId().toString(),
                        "customerId", invoice.buyer().customerId().toString(),
                        "amountMinor", made.amountMinor(),
                        "currency", made.currency()));
    }

    private WriteOffDetails read(WriteOffDetails made) {
        return written(made.invoiceId()).stream()
                .filter(each -> each.id().equals(made.id()))
                .findFirst()
                .orElseThrow();
    }

    private static WriteOffDetails left(WriteOffDetails made, long left) {
        return new WriteOffDetails(
                made.id(),
                made.reference(),
                made.invoiceId(),
                made.recoversId(),
                made.billingAccountId(),
                made.bookedOn(),
                made.currency(),
                made.amountMinor(),
                made.taxMinor(),
                made.taxRelief(),
                left,
                made.reason(),
                made.madeBy(),
                made.madeAt());
    }

    private WriteOffDetails requireWriteOff(UUID id) {
        return repository
                .find(id)
                .filter(each -> !each.isRecovery())
                .orElseThrow(() -> DomainException.notFound("write-off", id));
    }

    private Invoice require(UUID id) {
        return invoices.find(id)
                .filter(invoice -> invoice.kind().isDemand())
                .orElseThrow(() -> DomainException.notFound("invoice", id));
    }
}
