package net.dotmac.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.ledger.CreditService;
import net.dotmac.payments.domain.MandateForm;
import net.dotmac.payments.domain.Payment;
import net.dotmac.payments.persistence.PaymentRepository;

/** Takes what a payment settled off one invoice and puts it onto another. */
@Stateless
@Interceptors(CallInterceptor.class)
public class ReallocationService {

    @Inject
    private PaymentRepository repository;

    @Inject
    private PaymentService payments;

    @Inject
    private CreditService credits;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Reallocates; the first invoice is open by as much again as the second is less.
     *
     * @param amount at most what the payment settles of the first and what is open of the second
     * @param reason 1 to 500 characters
     * @throws DomainException {@code not-found} for an unknown payment; {@code invalid-value} naming the attribute
     */
    @Requires("credit.move")
    public PaymentDetails reallocate(
            UUID paymentId, UUID fromInvoiceId, UUID toInvoiceId, Money amount, String reason) {
        String why = MandateForm.text("reason", reason, 500, true);
        Payment payment = repository.lock(paymentId).orElseThrow(() -> DomainException.notFound("payment", paymentId));
        CallContext.current()
                .with("ledger.book")
                .run(() -> credits.reallocate(paymentId, fromInvoiceId, toInvoiceId, amount));
        audit.record(
                "payment.reallocated",
                "payment",
                paymentId,
                Map.of(
                        "amount", amount.toString(),
                        "from", fromInvoiceId.toString(),
                        "to", toInvoiceId.toString(),
                        "reason", why));
        outbox.record(
                "payments.payments.reallocated.v1",
                payment.billingAccountId().toString(),
                Map.of(
                        "paymentId", paymentId.toString(),
                        "billingAccountId", payment.billingAccountId().toString(),
                        "fromInvoiceId", fromInvoiceId.toString(),
                        "toInvoiceId", toInvoiceId.toString(),
                        "amountMinor", amount.minor(),
                        "currency", amount.currency()));
        try (CallContext.Scope scope =
                CallContext.current().with("payment.read").bind()) {
            return payments.get(paymentId);
        }
    }
}
