package net.dotmac.prepaid.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.prepaid.DepositDetails;
import net.dotmac.prepaid.PrepaidProblem;

/**
 * A security deposit: asked of an account, received in one or more amounts, and given back in one or more. Once something
 * was given back, nothing more comes in; one that nobody paid can be cancelled.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "deposit")
public class Deposit extends TenantEntity {

    @Column(name = "billing_account_id", updatable = false)
    private UUID billingAccountId;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(updatable = false)
    private String currency;

    @Column(name = "asked_minor", updatable = false)
    private long askedMinor;

    @Column(name = "received_minor")
    private long receivedMinor;

    @Column(name = "returned_minor")
    private long returnedMinor;

    @Column(updatable = false)
    private String reason;

    private String state;

    @Column(name = "asked_on", updatable = false)
    private LocalDate askedOn;

    @Column(name = "asked_by", updatable = false)
    private String askedBy;

    @Version
    private int version;

    protected Deposit() {}

    /** Asks for a deposit. */
    public Deposit(UUID billingAccountId, UUID customerId, Money amount, String reason, LocalDate today) {
        super(newId());
        this.billingAccountId = billingAccountId;
        this.customerId = customerId;
        this.currency = amount.currency();
        this.askedMinor = amount.minor();
        this.reason = reason;
        state = "asked";
        askedOn = today;
        askedBy = CallContext.current().actor();
    }

    /** @throws DomainException {@code deposit-state}; {@code deposit-exceeded} */
    public void receive(Money amount) {
        if (!details().isOpen()) {
            throw wrongState("Money can come in while it is asked for and nothing was given back.");
        }
        Money missing = new Money(askedMinor - receivedMinor, currency);
        if (amount.compareTo(missing) > 0) {
            throw new DomainException(
                    PrepaidProblem.DEPOSIT_EXCEEDED,
                    "Found " + amount + ", and " + missing + " is still asked for. Record the rest as a payment.",
                    "amount");
        }
        receivedMinor += amount.minor();
        state = receivedMinor == askedMinor ? "held" : "partlyReceived";
    }

    /** @throws DomainException as {@link #requireHeld} */
    public void giveBack(Money amount) {
        requireHeld(amount);
        returnedMinor += amount.minor();
        state = returnedMinor == receivedMinor ? "released" : "held";
    }

    /** @throws DomainException {@code deposit-state} if nothing is held; {@code deposit-too-small} */
    public void requireHeld(Money amount) {
        if (held().isZero()) {
            throw wrongState("Nothing of it is held.");
        }
        if (amount.compareTo(held()) > 0) {
            throw new DomainException(
                    PrepaidProblem.DEPOSIT_TOO_SMALL,
                    "Found " + amount + ", and " + held() + " is held. Release at most that.",
                    "amount");
        }
    }

    /** @throws DomainException {@code deposit-state} unless nothing was ever received */
    public void cancel() {
        if (!state.equals("asked")) {
            throw wrongState("Only a deposit that nobody paid can be cancelled; release what is held.");
        }
        state = "cancelled";
    }

    public Money held() {
        return new Money(receivedMinor - returnedMinor, currency);
    }

    public UUID billingAccountId() {
        return billingAccountId;
    }

    public String currency() {
        return currency;
    }

    public DepositDetails details() {
        return new DepositDetails(
                id(),
                billingAccountId,
                customerId,
                currency,
                askedMinor,
                receivedMinor,
                returnedMinor,
                reason,
                state,
                askedOn,
                askedBy);
    }

    private DomainException wrongState(String expected) {
        return new DomainException(PrepaidProblem.DEPOSIT_STATE, "This deposit is " + state + ". " + expected);
    }
}
