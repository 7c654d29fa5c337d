package net.dotmac.payments.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.payments.PaymentProblem;
import net.dotmac.payments.PayoutDetails;
import org.hibernate.annotations.DynamicUpdate;

/**
 * Money that is paid back to a customer. Somebody asks for it, which reserves the credit; somebody else approves it. By bank it
 * is handed over in a file and paid when the bank books it; in cash it is paid when somebody says so. Until it is handed over
 * it may be cancelled; afterwards the bank may reject or return it. Each of these ends gives the credit back.
 */
@Entity
@DynamicUpdate
@Access(AccessType.FIELD)
@Table(name = "payout")
public class Payout extends TenantEntity {

    public static final String REQUESTED = "requested";
    public static final String APPROVED = "approved";
    public static final String HANDED_OVER = "handedOver";
    public static final String PAID = "paid";
    public static final String REJECTED = "rejected";
    public static final String RETURNED = "returned";
    public static final String CANCELLED = "cancelled";
    public static final String BANK_TRANSFER = "bankTransfer";
    public static final String CASH = "cash";

    @Column(name = "billing_account_id", updatable = false)
    private UUID billingAccountId;

    @Column(name = "amount_minor", updatable = false)
    private long amountMinor;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private String method;

    @Column(name = "holder_name", updatable = false)
    private String holderName;

    @Column(updatable = false)
    private String iban;

    @Column(updatable = false)
    private String bic;

    @Column(updatable = false)
    private String remittance;

    @Column(updatable = false)
    private String reason;

    @Column(name = "idempotency_key", updatable = false)
    private String idempotencyKey;

    private String state;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "batch_id")
    private UUID batchId;

    @Column(name = "end_to_end_id", updatable = false)
    private String endToEndId;

    @Column(name = "paid_on")
    private LocalDate paidOn;

    @Column(name = "failed_on")
    private LocalDate failedOn;

    @Column(name = "reason_code")
    private String reasonCode;

    private String note;

    @Version
    private int version;

    protected Payout() {}

    /** What it is called at the bank. */
    public static String endToEndIdOf(UUID id) {
        return SepaIds.of("PO", id);
    }

    /**
     * Approves it as the caller.
     *
     * @throws DomainException {@code payout-state} unless it was requested; {@code approval-needs-other} for one's own
     */
    public void approve(Instant now) {
        require(Set.of(REQUESTED));
        String actor = CallContext.current().actor();
        if (requestedBy.equals(actor)) {
            throw new DomainException(
                    PaymentProblem.NEEDS_OTHER, "You asked for this payout, so somebody else has to approve it.");
        }
        state = APPROVED;
        approvedAt = now;
        approvedBy = actor;
    }

    /** Puts it into a file for the bank. */
    public void handOver(UUID batch) {
        require(Set.of(APPROVED));
        state = HANDED_OVER;
        batchId = batch;
    }

    /** Takes it out of a file that the bank never got. */
    public void takeOut() {
        require(Set.of(HANDED_OVER));
        state = APPROVED;
        batchId = null;
    }

    /**
     * Its money has left.
     *
     * @param why what a person said, or null if the bank told
     */
    public void pay(LocalDate day, String why) {
        require(Set.of(isCash() ? APPROVED : HANDED_OVER));
        state = PAID;
        paidOn = day;
        note = why;
    }

    /** Nobody will pay it. */
    public void cancel(String why, LocalDate day) {
        require(Set.of(REQUESTED, APPROVED));
        state = CANCELLED;
        note = why;
        failedOn = day;
    }

    /**
     * It did not arrive: what was not paid yet is rejected, and what was paid is returned.
     *
     * @param code the bank's reason, or null
     * @param why what a person said, or null
     */
    public void fail(String code, String why, LocalDate day) {
        require(Set.of(HANDED_OVER, PAID));
        state = is(PAID) ? RETURNED : REJECTED;
        reasonCode = code;
        note = why;
        failedOn = day;
    }

    /** @throws DomainException {@code payout-state} unless it is in one of these states */
    public void require(Set<String> states) {
        if (!states.contains(state)) {
            throw new DomainException(
                    PaymentProblem.PAYOUT_STATE,
                    "The payout is " + state + ", expected "
                            + String.join(" or ", states.stream().sorted().toList()) + ".");
        }
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }

    public boolean isCash() {
        return method.equals(CASH);
    }

    /** Whether it is what was asked for under the same key. */
    public boolean isSameAs(UUID account, Money amount) {
        return billingAccountId.equals(account) && amount().equals(amount);
    }

    public UUID billingAccountId() {
        return billingAccountId;
    }

    public UUID batchId() {
        return batchId;
    }

    public long amountMinor() {
        return amountMinor;
    }

    public Money amount() {
        return new Money(amountMinor, currency);
    }

    public String endToEndId() {
        return endToEndId;
    }

    public String holderName() {
        return holderName;
    }

    public String iban() {
        return iban;
    }

    public String bic() {
        return bic;
    }

    public String remittance() {
        return remittance;
    }

    /** What it comes to, of many. */
    public static long sum(List<Payout> payouts) {
        return payouts.stream().mapToLong(Payout::amountMinor).reduce(0, Math::addExact);
    }

    /** @param uncoveredMinor what of it is the customer's debt by now */
    public PayoutDetails details(long uncoveredMinor) {
        return new PayoutDetails(
                id(),
                billingAccountId,
                amountMinor,
                currency,
                uncoveredMinor,
                method,
                holderName,
                SepaIds.masked(iban),
                remittance,
                reason,
                state,
                requestedAt,
                requestedBy,
                approvedAt,
                approvedBy,
                batchId,
                endToEndId,
                paidOn,
                failedOn,
                reasonCode,
                note);
    }
}
