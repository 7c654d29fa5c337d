package net.dotmac.collections.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.collections.CaseDetails;
import net.dotmac.collections.CollectionsProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;

/**
 * An account with overdue debt: opened by the daily round, moved by it from step to step, shielded now and then, and closed when
 * what was overdue is paid. What fell overdue since then gets a case of its own.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "dunning_case")
public class DunningCase extends TenantEntity {

    @Column(name = "billing_account_id", updatable = false)
    private UUID billingAccountId;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "customer_class", updatable = false)
    private String customerClass;

    @Column(updatable = false)
    private String currency;

    private String state;
    private int step;

    @Column(name = "stepped_on")
    private LocalDate steppedOn;

    @Column(name = "opened_on", updatable = false)
    private LocalDate openedOn;

    @Column(name = "closed_on")
    private LocalDate closedOn;

    @Column(name = "overdue_minor")
    private long overdueMinor;

    @Column(name = "dunned_minor")
    private long dunnedMinor;

    @Column(name = "in_flight_minor")
    private long inFlightMinor;

    @Column(name = "oldest_due_on")
    private LocalDate oldestDueOn;

    @Column(name = "next_step")
    private Integer nextStep;

    @Column(name = "next_on")
    private LocalDate nextOn;

    private String shield;

    @Column(name = "shield_until")
    private LocalDate shieldUntil;

    @Column(name = "paused_until")
    private LocalDate pausedUntil;

    @Column(name = "pause_reason")
    private String pauseReason;

    private String access;

    @Column(name = "granted_until")
    private Instant grantedUntil;

    @Column(name = "for_termination")
    private boolean forTermination;

    private String problem;

    @Version
    private int version;

    protected DunningCase() {}

    public DunningCase(UUID billingAccountId, UUID customerId, String customerClass, String currency, LocalDate today) {
        super(newId());
        this.billingAccountId = billingAccountId;
        this.customerId = customerId;
        this.customerClass = customerClass;
        this.currency = currency;
        state = "open";
        openedOn = today;
        access = "free";
    }

    /** @throws DomainException {@code collection-case-state} if it is closed */
    public void requireOpen() {
        if (!isOpen()) {
            throw new DomainException(
                    CollectionsProblem.CASE_STATE,
                    "This case was closed on " + closedOn + "; what is overdue since has a case of its own.");
        }
    }

    public boolean isOpen() {
        return state.equals("open");
    }

    /** Notes what is owed as of today. */
    public void stand(Standing standing, long inFlight) {
        overdueMinor = standing.overdueMinor();
        dunnedMinor = standing.dunnedMinor();
        inFlightMinor = Math.min(inFlight, dunnedMinor);
        oldestDueOn = standing.oldestDueOn();
        problem = null;
    }

    /** Notes what shields it, and when to look again at the latest. */
    public void shieldedBy(Decision.Shielded shielded, LocalDate lookOn) {
        shield = shielded.by().wire();
        shieldUntil = shielded.until();
        nextStep = null;
        nextOn = earlier(shielded.until(), lookOn);
    }

    /** Notes what comes next. */
    public void waitFor(int number, LocalDate on, LocalDate lookOn) {
        shield = null;
        shieldUntil = null;
        nextStep = number;
        nextOn = earlier(on, lookOn);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Notes that a step was taken; which it was only ever grows. */
    public void stepped(int number, LocalDate today) {
        if (number <= step || (steppedOn != null && !today.isAfter(steppedOn))) {
            throw new IllegalStateException("step " + number + " on " + today + " after " + step + " on " + steppedOn);
        }
        step = number;
        steppedOn = today;
    }

    /** @param lastDay of the pause, or null to end it */
    public void pause(LocalDate lastDay, String reason) {
        pausedUntil = lastDay;
        pauseReason = reason;
    }

    public void lockedOut() {
        access = "suspended";
        grantedUntil = null;
    }

    public void slowedDown() {
        access = "throttled";
    }

    public void letIn() {
        access = "free";
        grantedUntil = null;
    }

    public void grant(Instant until) {
        access = "granted";
        grantedUntil = until;
    }

    public boolean isSuspended() {
        return access.equals("suspended");
    }

    public boolean isThrottled() {
        return access.equals("throttled");
    }

    public boolean isGranted(Instant now) {
        return access.equals("granted") && now.isBefore(grantedUntil);
    }

    public void proposeTermination() {
        forTermination = true;
    }

    public void failed(String reason) {
        problem = reason.substring(0, Math.min(reason.length(), 500));
    }

    public void close(LocalDate today) {
        state = "closed";
        closedOn = today;
        shield = null;
        shieldUntil = null;
        nextStep = null;
        nextOn = null;
        problem = null;
        forTermination = false;
    }

    public UUID billingAccountId() {
        return billingAccountId;
    }

    public UUID customerId() {
        return customerId;
    }

    public String customerClass() {
        return customerClass;
    }

    public String currency() {
        return currency;
    }

    public int step() {
        return step;
    }

    public LocalDate steppedOn() {
        return steppedOn;
    }

    public LocalDate pausedUntil() {
        return pausedUntil;
    }

    public long dunnedMinor() {
        return dunnedMinor;
    }

    public CaseDetails details() {
        return new CaseDetails(
                id(),
                billingAccountId,
                customerId,
                customerClass,
                currency,
                state,
                step,
                steppedOn,
                openedOn,
                closedOn,
                overdueMinor,
                dunnedMinor,
                inFlightMinor,
                oldestDueOn,
                nextStep,
                nextOn,
                shield,
                shieldUntil,
                pausedUntil,
                pauseReason,
                access,
                grantedUntil,
                forTermination,
                problem);
    }
}
