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
import java.util.UUID;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.payments.PaymentData;
import net.dotmac.payments.PaymentDetails;
import org.hibernate.annotations.DynamicUpdate;

/** Money that came in. It is recorded, and perhaps reversed one day; nothing else ever happens to it. */
@Entity
@DynamicUpdate
@Access(AccessType.FIELD)
@Table(name = "payment")
public class Payment extends TenantEntity {

    private static final String REVERSED = "reversed";

    @Column(name = "billing_account_id", updatable = false)
    private UUID billingAccountId;

    @Column(name = "amount_minor", updatable = false)
    private long amountMinor;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private String method;

    @Column(name = "processor_id", updatable = false)
    private String processorId;

    @Column(name = "idempotency_key", updatable = false)
    private String idempotencyKey;

    @Column(updatable = false)
    private String reference;

    @Column(name = "received_on", updatable = false)
    private LocalDate receivedOn;

    private String state;

    @Column(name = "reversed_on")
    private LocalDate reversedOn;

    @Column(name = "reversal_reason")
    private String reversalReason;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    @Version
    private int version;

    protected Payment() {}

    /** Whether the same payment is told again, and not another one under its id. */
    public boolean isSameAs(PaymentData data) {
        return billingAccountId.equals(data.billingAccountId())
                && amountMinor == data.amount().minor()
                && currency.equals(data.amount().currency());
    }

    public boolean isReversed() {
        return REVERSED.equals(state);
    }

    public void reverse(String reason, LocalDate day) {
        state = REVERSED;
        reversalReason = reason;
        reversedOn = day;
    }

    public UUID billingAccountId() {
        return billingAccountId;
    }

    public Money amount() {
        return new Money(amountMinor, currency);
    }

    public PaymentDetails details(List<PaymentDetails.Allocation> allocations, long paidOutMinor, long creditMinor) {
        return new PaymentDetails(
                id(),
                billingAccountId,
                amountMinor,
                currency,
                method,
                processorId,
                reference,
                receivedOn,
                state,
                reversedOn,
                reversalReason,
                allocations,
                paidOutMinor,
                creditMinor,
                recordedAt);
    }
}
