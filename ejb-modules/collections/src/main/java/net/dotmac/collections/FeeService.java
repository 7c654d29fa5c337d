package net.dotmac.collections;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import net.dotmac.billing.DebitLine;
import net.dotmac.billing.DebitNoteRequest;
import net.dotmac.billing.DebitNoteService;
import net.dotmac.collections.domain.DunningCase;
import net.dotmac.collections.domain.NoticeText;
import net.dotmac.collections.persistence.CaseRepository;
import net.dotmac.collections.persistence.FeeRepository;
import net.dotmac.customers.BillTo;
import net.dotmac.customers.CustomerService;
import net.dotmac.kernel.BusinessClock;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;

/**
 * Has billing ask for what cases charge, each fee in a transaction of its own: one that can't be charged yet holds up neither a
 * step nor a reconnection.
 */
@Stateless
@Interceptors(CallInterceptor.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FeeService {

    @Inject
    private FeeRepository repository;

    @Inject
    private CaseRepository cases;

    @Inject
    private DebitNoteService debitNotes;

    @Inject
    private CustomerService customers;

    @Inject
    private CaseLog log;

    @Inject
    private BusinessClock clock;

    /** Fees that are to be charged now. */
    @Requires("collection.read")
    public List<UUID> waiting() {
        return repository.waiting(clock.today(), 500);
    }

    /** The fees of a case, oldest first. */
    @Requires("collection.read")
    public List<Fee> ofCase(UUID caseId) {
        return repository.ofCase(caseId);
    }

    /** Charges a fee by a debit note; charged already, nothing happens. */
    @Requires("collection.write")
    public void charge(UUID id) {
        Fee fee = repository.claim(id).orElse(null);
        if (fee == null) {
            return;
        }
        DunningCase about = cases.find(fee.caseId()).orElseThrow();
        String words = words(about, fee.kind());
        DebitLine line = fee.kind().equals(Fee.LATE)
                ? DebitLine.lateFee(words, fee.amount())
                : DebitLine.fee(words, fee.amount(), fee.taxCategory(), fee.taxIncluded());
        UUID document;
        try (CallContext.Scope scope =
                CallContext.current().with("invoice.debit").bind()) {
            document = debitNotes.issue(
                    fee.billingAccountId(), new DebitNoteRequest(fee.id(), words, null, List.of(line)));
        }
        repository.charged(id, document);
        log.note(about, fee.kind() + "Charged", fee.amount().minor(), null);
        log.tell(
                "collections.fees.charged.v1",
                about,
                Map.of("kind", fee.kind(), "feeMinor", fee.amount().minor(), "documentId", document.toString()));
    }

    /** Notes why a fee could not be charged; it is tried again tomorrow. */
    @Requires("collection.write")
    public void failed(UUID id, String reason) {
        repository.failed(id, reason, clock.today().plusDays(1));
    }

    private String words(DunningCase about, String kind) {
        BillTo buyer;
        try (CallContext.Scope scope =
                CallContext.current().with("customer.read").bind()) {
            buyer = customers.billTo(List.of(about.customerId())).get(about.customerId());
        }
        Locale locale = NoticeText.locale(buyer == null ? null : buyer.language(), null);
        ResourceBundle texts = NoticeText.texts(locale);
        return texts.getString("fee." + kind);
    }
}
