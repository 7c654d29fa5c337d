package net.dotmac.prepaid.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.prepaid.PrepaidProblem;
import net.dotmac.prepaid.VoucherBatchData;
import net.dotmac.prepaid.VoucherBatchDetails;

/**
 * Vouchers of one value that expire on one day: made, given their codes once, activated when they are sold, stopped if they
 * were stolen. When the day is over, what nobody redeemed lapses.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "voucher_batch")
public class VoucherBatch extends TenantEntity {

    @Column(updatable = false)
    private String name;

    @Column(name = "value_minor", updatable = false)
    private long valueMinor;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private int quantity;

    @Column(name = "expires_on", updatable = false)
    private LocalDate expiresOn;

    private String state;

    @Column(name = "made_on", updatable = false)
    private LocalDate madeOn;

    @Column(name = "made_by", updatable = false)
    private String madeBy;

    @Column(name = "codes_at")
    private Instant codesAt;

    @Column(name = "billing_account_id")
    private UUID billingAccountId;

    @Column(name = "activated_on")
    private LocalDate activatedOn;

    @Column(name = "stop_reason")
    private String stopReason;

    @Column(name = "lapsed_on")
    private LocalDate lapsedOn;

    @Version
    private int version;

    protected VoucherBatch() {}

    public VoucherBatch(VoucherBatchData data, LocalDate today) {
        super(newId());
        name = data.name();
        valueMinor = data.value().minor();
        currency = data.value().currency();
        quantity = data.quantity();
        expiresOn = data.expiresOn();
        state = "made";
        madeOn = today;
        madeBy = CallContext.current().actor();
    }

    /** @throws DomainException {@code voucher-batch-state} if they were told before */
    public void makeCodes(Instant now) {
        requireState("made");
        if (codesAt != null) {
            throw new DomainException(
                    PrepaidProblem.BATCH_STATE,
                    "The codes of this batch were told once, and nobody can read them again. If they are lost, stop this "
                            + "batch and make another.");
        }
        codesAt = now;
    }

    /** @throws DomainException {@code voucher-batch-state} */
    public void activate(UUID buyer, LocalDate today) {
        requireState("made");
        if (codesAt == null) {
            throw new DomainException(PrepaidProblem.BATCH_STATE, "This batch has no codes yet. Make them first.");
        }
        if (expiresOn.isBefore(today)) {
            throw new DomainException(PrepaidProblem.BATCH_STATE, "This batch expired on " + expiresOn + ".");
        }
        billingAccountId = buyer;
        activatedOn = today;
        state = "activated";
    }

    /** @throws DomainException {@code voucher-batch-state} */
    public void stop(String reason) {
        if (state.equals("stopped")) {
            throw new DomainException(PrepaidProblem.BATCH_STATE, "This batch is stopped already: " + stopReason);
        }
        state = "stopped";
        stopReason = reason;
    }

    /** @return whether it has lapsed by this, and not before */
    public boolean lapse(LocalDate today) {
        if (lapsedOn != null || activatedOn == null || !isExpired(today)) {
            return false;
        }
        lapsedOn = today;
        return true;
    }

    public boolean isExpired(LocalDate today) {
        return today.isAfter(expiresOn);
    }

    public boolean isActivated() {
        return state.equals("activated");
    }

    public boolean isStopped() {
        return state.equals("stopped");
    }

    public Money value() {
        return new Money(valueMinor, currency);
    }

    /** What all of them are worth together. */
    public Money worth() {
        return new Money(Math.multiplyExact(valueMinor, quantity), currency);
    }

    public int quantity() {
        return quantity;
    }

    public LocalDate expiresOn() {
        return expiresOn;
    }

    /** @param redeemed how many of them */
    public VoucherBatchDetails details(long redeemed) {
        return new VoucherBatchDetails(
                id(),
                name,
                valueMinor,
                currency,
                quantity,
                expiresOn,
                state,
                madeOn,
                madeBy,
                codesAt,
                billingAccountId,
                activatedOn,
                stopReason,
                lapsedOn,
                redeemed);
    }

    private void requireState(String wanted) {
        if (!state.equals(wanted)) {
            throw new DomainException(
                    PrepaidProblem.BATCH_STATE,
                    "This batch is " + state + ", and that takes one that is " + wanted + ".");
        }
    }
}
