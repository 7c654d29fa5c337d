package net.dotmac.billing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.billing.domain.Invoice;
import net.dotmac.billing.persistence.InvoiceDeliveryRepository;
import net.dotmac.billing.persistence.InvoiceDeliveryRepository.Queueing;
import net.dotmac.billing.persistence.InvoiceRepository;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Requires;
import net.dotmac.platform.Tenant;
import net.dotmac.platform.TenantService;

/** Which documents were mailed to whom, and the mailing of one once more. */
@Stateless
@Interceptors(CallInterceptor.class)
public class InvoiceDeliveryService {

    @Inject
    private InvoiceDeliveryRepository repository;

    @Inject
    private InvoiceRepository invoices;

    @Inject
    private CustomerService customers;

    @Inject
    private TenantService tenants;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock systemClock;

    @Inject
    private AuditTrail audit;

    /** All sendings of a document, the latest first; none yet for a moment after its issue. */
    @Requires("invoice.read")
    public List<InvoiceDelivery> of(UUID invoiceId) {
        require(invoiceId);
        return repository.ofInvoice(invoiceId);
    }

    /** Whether a mail server is configured; without one, deliveries wait. */
    @Requires("invoice.read")
    public boolean isMailOn() {
        return settings.isOn();
    }

    /** How many of the tenant's mails wait or are tried again, and since when the oldest. */
    @Requires("invoice.read")
    public MailBacklog backlog() {
        return repository.backlog();
    }

    /**
     * Mails a document to the address that its buyer has now. What is still waiting, or failed and would be tried again later,
     * goes at once instead of twice.
     *
     * @return the sending under way
     * @throws DomainException {@code no-mail-address} if the customer has none
     */
    @Requires("invoice.send")
    public InvoiceDelivery sendAgain(UUID invoiceId) {
        Invoice invoice = require(invoiceId);
        String recipient = address(invoice);
        Instant now = systemClock.instant();
        List<InvoiceDelivery> earlier = repository.ofInvoice(invoiceId);
        if (!earlier.isEmpty() && earlier.get(0).isPending()) {
            repository.hurry(invoiceId, recipient, now);
        } else {
            int sending = earlier.isEmpty() ? 1 : earlier.get(0).sending() + 1;
            String counted = sending == 1 ? invoiceId.toString() : invoiceId + "." + sending;
            repository.queueAgain(invoiceId, sending, recipient, "<" + counted + "@" + domain() + ">", now);
        }
        audit.record("invoice.sendRequested", "invoice", invoiceId, Map.of("recipient", recipient));
        return repository.ofInvoice(invoiceId).get(0);
    }

    /** Queues the documents that a slice of a run issued; again does nothing. */
    @Requires("invoice.send")
    public void queueSlice(UUID runId, int slice) {
        repository.queueSlice(runId, slice, queueing());
    }

    /** Queues one document; again does nothing. */
    @Requires("invoice.send")
    public void queue(UUID invoiceId) {
        repository.queueOne(invoiceId, queueing());
    }

    private Queueing queueing() {
        Instant now = systemClock.instant();
        LocalDate since = LocalDate.ofInstant(now.minus(settings.greatestAge()), ZoneOffset.UTC);
        return new Queueing(since, domain(), now);
    }

    /** Of the sender's address, or a name that no one else has. */
    private String domain() {
        if (settings.messageIdDomain().isPresent()) {
            return settings.messageIdDomain().get();
        }
        Tenant tenant = tenants.current();
        String sender = settings.from().orElse(tenants.seller().email());
        int at = sender == null ? -1 : sender.indexOf('@');
        return at < 0 ? tenant.slug() + ".invalid" : sender.substring(at + 1).strip();
    }

    private String address(Invoice invoice) {
        UUID customerId = invoice.buyer().customerId();
        BillTo buyer;
        try (CallContext.Scope scope =
                CallContext.current().with("customer.read").bind()) {
            buyer = customers.billTo(List.of(customerId)).get(customerId);
        }
        if (buyer == null || buyer.email() == null || buyer.email().isBlank()) {
            throw new DomainException(
                    BillingProblem.NO_MAIL_ADDRESS,
                    "The customer has no e-mail address. Enter one on the customer's page, then send again.");
        }
        return buyer.email().strip();
    }

    private Invoice require(UUID id) {
        return invoices.find(id).orElseThrow(() -> DomainException.notFound("invoice", id));
    }
}
