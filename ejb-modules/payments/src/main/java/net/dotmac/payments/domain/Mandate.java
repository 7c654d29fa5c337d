package net.dotmac.payments.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.MandateData;
import net.dotmac.payments.MandateDetails;
import net.dotmac.payments.PaymentProblem;
import org.hibernate.annotations.DynamicUpdate;

/**
 * What a payer signed. It begins active; returns or staff suspend it and staff resume it; it ends cancelled, lapsed
 * after 36 months without a collection, or, for a single one, used. What has ended stays so: the payer signs anew.
 */
@Entity
@DynamicUpdate
@Access(AccessType.FIELD)
@Table(name = "mandate")
public class Mandate extends TenantEntity {

    public static final String ACTIVE = "active";
    public static final String SUSPENDED = "suspended";
    public static final String CANCELLED = "cancelled";
    public static final String LAPSED = "lapsed";
    public static final String USED = "used";
    public static final String ONE_OFF = "OOFF";

    /** By the rulebooks of both schemes, counted from the last collection or else the signature. */
    public static final int UNUSED_MONTHS = 36;

    private static final Set<String> STANDING = Set.of(ACTIVE, SUSPENDED);

    @Column(name = "billing_account_id", updatable = false)
    private UUID billingAccountId;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private String scheme;

    @Column(updatable = false)
    private String sequence;

    @Column(name = "signed_on", updatable = false)
    private LocalDate signedOn;

    @Column(name = "debtor_name")
    private String debtorName;

    private String street;

    private String building;

    private String postcode;

    private String town;

    private String country;

    private String iban;

    private String bic;

    @Column(name = "amended_from")
    private String amendedFrom;

    private String state;

    @Column(name = "state_reason")
    private String stateReason;

    @Column(name = "last_collected_on")
    private LocalDate lastCollectedOn;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Version
    private int version;

    protected Mandate() {}

    /** @param data checked, and whole */
    public Mandate(MandateData data, Instant now) {
        super(newId());
        billingAccountId = data.billingAccountId();
        reference = data.reference();
        scheme = data.scheme();
        sequence = data.sequence();
        signedOn = data.signedOn();
        state = ACTIVE;
        createdAt = now;
        createdBy = CallContext.current().actor();
        set(data.debtor());
    }

    /** Takes another account or address; the bank is told of another account with the next collection. */
    public void amend(Debtor debtor) {
        requireStanding();
        String before = iban;
        set(debtor);
        if (before.equals(iban) || lastCollectedOn == null) {
            return;
        }
        String known = amendedFrom == null ? before : amendedFrom;
        amendedFrom = known.equals(iban) ? null : known;
    }

    public void suspend(String reason) {
        requireStanding();
        state = SUSPENDED;
        stateReason = reason;
    }

    /** @throws DomainException {@code mandate-state} unless it is suspended */
    public void resume() {
        if (!state.equals(SUSPENDED)) {
            throw refusal("Only a suspended one can be resumed.");
        }
        state = ACTIVE;
        stateReason = null;
    }

    public void cancel(String reason) {
        requireStanding();
        state = CANCELLED;
        stateReason = reason;
    }

    /** Nobody has collected by it for so long that the scheme forbids it. */
    public void lapse() {
        requireStanding();
        state = LAPSED;
        stateReason = "Not used for " + UNUSED_MONTHS + " months";
    }

    /** A collection by it has been handed over. */
    public void collected(LocalDate day) {
        lastCollectedOn = lastCollectedOn == null || day.isAfter(lastCollectedOn) ? day : lastCollectedOn;
        if (sequence.equals(ONE_OFF)) {
            state = USED;
        }
    }

    /** The file never reached the bank: a single one may be used after all. */
    public void notCollected() {
        if (state.equals(USED)) {
            state = ACTIVE;
        }
    }

    /** The bank has been told of the account that was there before. */
    public void told(String before) {
        if (before != null && before.equals(amendedFrom)) {
            amendedFrom = null;
        }
    }

    public boolean isActive() {
        return state.equals(ACTIVE);
    }

    public boolean isStanding() {
        return STANDING.contains(state);
    }

    /** The first day on which it can't be used any more, unless it is used before. */
    public LocalDate lapsesOn() {
        LocalDate last = lastCollectedOn == null ? signedOn : lastCollectedOn;
        return last.plusMonths(UNUSED_MONTHS).plusDays(1);
    }

    public UUID billingAccountId() {
        return billingAccountId;
    }

    public String reference() {
        return reference;
    }

    public String scheme() {
        return scheme;
    }

    public String sequence() {
        return sequence;
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public String amendedFrom() {
        return amendedFrom;
    }

    public String state() {
        return state;
    }

    /** With the whole IBAN. */
    public Debtor debtor() {
        return new Debtor(debtorName, street, building, postcode, town, country, iban, bic);
    }

    public MandateDetails details() {
        Debtor shown = new Debtor(debtorName, street, building, postcode, town, country, SepaIds.masked(iban), bic);
        return new MandateDetails(
                id(),
                billingAccountId,
                reference,
                scheme,
                sequence,
                signedOn,
                shown,
                amendedFrom != null,
                state,
                stateReason,
                lastCollectedOn,
                lapsesOn(),
                createdAt,
                createdBy);
    }

    private void set(Debtor debtor) {
        debtorName = debtor.name();
        street = debtor.street();
        building = debtor.building();
        postcode = debtor.postcode();
        town = debtor.town();
        country = debtor.country();
        iban = debtor.iban();
        bic = debtor.bic();
    }

    private void requireStanding() {
        if (!isStanding()) {
            throw refusal("What has ended stays so; have a new one signed.");
        }
    }

    private DomainException refusal(String hint) {
        return new DomainException(
                PaymentProblem.MANDATE_STATE, "The mandate " + reference + " is " + state + ". " + hint);
    }
}
