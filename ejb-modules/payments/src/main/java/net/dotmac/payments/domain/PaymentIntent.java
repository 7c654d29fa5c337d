package net.dotmac.payments.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.payments.PaymentGateway.Checkout;
import net.dotmac.payments.PaymentIntentData;
import net.dotmac.payments.PaymentIntentDetails;
import org.hibernate.annotations.DynamicUpdate;

/**
 * What a customer is to pay by card. It is new until the gateway has answered, then open until it is paid or has expired. It is
 * paid once, whatever is reported before or after, and also after it has expired: money that came has come.
 */
@Entity
@DynamicUpdate
@Access(AccessType.FIELD)
@Table(name = "payment_intent")
public class PaymentIntent extends TenantEntity {

    private static final String NEW = "new";
    private static final String OPEN = "open";
    private static final String PAID = "paid";
    private static final String EXPIRED = "expired";
    private static final String REFUSED = "refused";

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 8;

    @Column(name = "billing_account_id", updatable = false)
    private UUID billingAccountId;

    @Column(name = "invoice_id", updatable = false)
    private UUID invoiceId;

    @Column(name = "amount_minor", updatable = false)
    private long amountMinor;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private String description;

    @Column(name = "idempotency_key", updatable = false)
    private String idempotencyKey;

    private String state;

    @Column(name = "checkout_id")
    private String checkoutId;

    private String url;

    private String problem;

    private int attempts;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "payment_id")
    private UUID paymentId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Version
    private int version;

    protected PaymentIntent() {}

    /** Somebody asks the gateway now; nobody else does before the wait is over, which grows. */
    public void asking(Instant now) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        attempts++;
        nextAt = now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    /** The gateway has opened a page for it, or has still one open. */
    public void opened(Checkout checkout) {
        if (!isDone()) {
            state = OPEN;
            checkoutId = checkout.id();
            url = checkout.url() == null ? url : checkout.url();
            problem = null;
        }
    }

    /**
     * It is paid.
     *
     * @return whether it was not before
     */
    public boolean paid(Checkout checkout) {
        boolean isNews = !state.equals(PAID);
        state = PAID;
        checkoutId = checkout.id();
        url = null;
        problem = null;
        return isNews;
    }

    /** What its payment is. */
    public void became(UUID payment) {
        paymentId = payment;
    }

    /**
     * Nobody can pay it any more.
     *
     * @return whether one could before
     */
    public boolean expired() {
        boolean isNews = !isDone();
        if (isNews) {
            state = EXPIRED;
            url = null;
        }
        return isNews;
    }

    /**
     * The gateway does not take it.
     *
     * @return whether it was new
     */
    public boolean refused(String why) {
        boolean isNews = state.equals(NEW);
        if (isNews) {
            state = REFUSED;
        }
        problem = why;
        return isNews;
    }

    /** Nobody knows what the gateway did; it is asked again. */
    public void unanswered(String why) {
        if (!isDone()) {
            problem = why;
        }
    }

    private boolean isDone() {
        return state.equals(PAID) || state.equals(EXPIRED) || state.equals(REFUSED);
    }

    /** Whether a page is that of this intent. */
    public boolean isOf(Checkout checkout) {
        return checkoutId == null || checkoutId.equals(checkout.id());
    }

    public boolean isSameAs(PaymentIntentData data, Money amount) {
        return billingAccountId.equals(data.billingAccountId()) && amount().equals(amount);
    }

    public Money amount() {
        return new Money(amountMinor, currency);
    }

    public UUID billingAccountId() {
        return billingAccountId;
    }

    public UUID invoiceId() {
        return invoiceId;
    }

    public String description() {
        return description;
    }

    public String checkoutId() {
        return checkoutId;
    }

    public PaymentIntentDetails details() {
        return new PaymentIntentDetails(
                id(),
                billingAccountId,
                invoiceId,
                amountMinor,
                currency,
                description,
                state,
                url,
                problem,
                paymentId,
                createdAt,
                createdBy);
    }
}
