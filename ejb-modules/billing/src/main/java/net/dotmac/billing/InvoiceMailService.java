package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.billing.domain.DeliveryPolicy;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.domain.InvoiceMail;
import net.dotmac.billing.persistence.InvoiceDeliveryRepository;
import net.dotmac.billing.persistence.InvoiceRepository;
import net.dotmac.billing.persistence.SellerCopyRepository;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.platform.Seller;

/**
 * What {@link InvoiceMailSender} does in the database before and after it talks to the mail server: each step a short
 * transaction of its own, none open meanwhile.
 */
@Stateless
@Interceptors(CallInterceptor.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InvoiceMailService {

    private static final int REASON_LENGTH = 500;

    @Inject
    private InvoiceDeliveryRepository repository;

    @Inject
    private InvoiceRepository repositoryOfInvoices;

    @Inject
    private SellerCopyRepository sellers;

    @Inject
    private InvoiceService invoices;

    @Inject
    private DocumentService documents;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock systemClock;

    @Inject
    private MailFigures figures;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /** A mail ready to be sent. */
    public record Prepared(InvoiceMail mail, Seller seller, List<InvoiceFile> files) {

        public Prepared {
            files = List.copyOf(files);
        }
    }

    /** Takes deliveries that are due; they belong to this node for the lease. */
    @Requires("invoice.send")
    public List<ClaimedDelivery> claim(int atMost) {
        return repository.claim(atMost, systemClock.instant(), settings.lease());
    }

    /** The words and the files of a document; renders the files if nobody has asked for them before. */
    @Requires("invoice.send")
    public Prepared prepare(UUID invoiceId) {
        Invoice invoice = invoice(invoiceId);
        Seller seller = sellers.get(invoice.sellerCopyId());
        InvoiceMail.Summary subject = new InvoiceMail.Summary(
                invoice.kind(),
                invoice.number(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.currency(),
                invoices.get(invoiceId).openMinor());
        return new Prepared(InvoiceMail.of(subject, seller, invoice.buyer()), seller, documents.mailed(invoiceId));
    }

    /** Notes that the mail server took the mail, and tells of it. */
    @Requires("invoice.send")
    public void sent(ClaimedDelivery delivery) {
        if (repository.sent(delivery, systemClock.instant())) {
            tell("invoice.sent", "billing.invoice.delivered.v1", delivery, Map.of());
            figures.sent();
        }
    }

    /**
     * Notes that it failed; it is tried again later unless it can't help or was tried for long enough.
     *
     * @param isFinal whether another try would fare no better
     */
    @Requires("invoice.send")
    public void failed(ClaimedDelivery delivery, String reason, boolean isFinal) {
        Instant now = systemClock.instant();
        Optional<Instant> next = isFinal
                ? Optional.empty()
                : DeliveryPolicy.nextTry(delivery.attempts() + 1, delivery.firstTriedAt(), now, settings.giveUpAfter());
        String words = reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason;
        if (!repository.failed(delivery, words, next)) {
            return;
        }
        figures.failed();
        if (next.isEmpty()) {
            figures.givenUp();
            tell("invoice.sendingGivenUp", "billing.invoice.undelivered.v1", delivery, Map.of("reason", words));
        }
    }

    private Invoice invoice(UUID id) {
        return repositoryOfInvoices.find(id).orElseThrow(() -> DomainException.notFound("invoice", id));
    }

    private void tell(String action, String event, ClaimedDelivery delivery, Map<String, String> more) {
        Invoice invoice = invoice(delivery.invoiceId());
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("recipient", delivery.recipient());
        data.put("messageId", delivery.messageId());
        audit.record(action, "invoice", delivery.invoiceId(), data);
        data.put("invoiceId", delivery.invoiceId().toString());
        data.put("number", invoice.number());
        data.put("customerId", invoice.buyer().customerId().toString());
        outbox.record(event, invoice.billingAccountId().toString(), data);
    }
}
