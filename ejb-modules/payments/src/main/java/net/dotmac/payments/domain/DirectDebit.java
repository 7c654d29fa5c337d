package net.dotmac.payments.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.payments.Debtor;
import net.dotmac.payments.DirectDebitDetails;
import net.dotmac.payments.DirectDebitPlan;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One collection of one invoice. It is planned, handed over with its batch, and then collected or rejected; what was
 * collected may be returned, months later. It is in flight until its outcome is known.
 */
@Entity
@DynamicUpdate
@Access(AccessType.FIELD)
@Table(name = "direct_debit")
public class DirectDebit extends TenantEntity {

    public static final String PLANNED = "planned";
    public static final String HANDED_OVER = "handedOver";
    public static final String COLLECTED = "collected";
    public static final String REJECTED = "rejected";
    public static final String RETURNED = "returned";
    public static final String DROPPED = "dropped";

    @Column(name = "batch_id", updatable = false)
    private UUID batchId;

    @Column(name = "billing_account_id", updatable = false)
    private UUID billingAccountId;

    @Column(name = "mandate_id", updatable = false)
    private UUID mandateId;

    @Column(name = "invoice_id", updatable = false)
    private UUID invoiceId;

    @Column(name = "invoice_number", updatable = false)
    private String invoiceNumber;

    @Column(name = "amount_minor", updatable = false)
    private long amountMinor;

    @Column(name = "end_to_end_id", updatable = false)
    private String endToEndId;

    @Column(name = "payment_information_id", updatable = false)
    private String paymentInformationId;

    @Column(updatable = false)
    private int attempt;

    @Column(name = "mandate_reference", updatable = false)
    private String mandateReference;

    @Column(name = "signed_on", updatable = false)
    private LocalDate signedOn;

    @Column(updatable = false)
    private String scheme;

    @Column(updatable = false)
    private String sequence;

    @Column(name = "debtor_name", updatable = false)
    private String debtorName;

    @Column(updatable = false)
    private String street;

    @Column(updatable = false)
    private String building;

    @Column(updatable = false)
    private String postcode;

    @Column(updatable = false)
    private String town;

    @Column(updatable = false)
    private String country;

    @Column(updatable = false)
    private String iban;

    @Column(updatable = false)
    private String bic;

    @Column(name = "amended_from", updatable = false)
    private String amendedFrom;

    @Column(name = "collect_on", updatable = false)
    private LocalDate collectOn;

    private String state;

    @Column(name = "announced_on")
    private LocalDate announcedOn;

    @Column(name = "reason_code")
    private String reasonCode;

    private String note;

    @Column(name = "payment_id")
    private UUID paymentId;

    @Column(name = "settled_on")
    private LocalDate settledOn;

    @Column(name = "failed_on")
    private LocalDate failedOn;

    @Column(name = "fee_minor")
    private Long feeMinor;

    @Version
    private int version;

    protected DirectDebit() {}

    public DirectDebit(DirectDebitBatch batch, DirectDebitPlan.Line line, Mandate mandate) {
        super(newId());
        batchId = batch.id();
        billingAccountId = line.billingAccountId();
        mandateId = mandate.id();
        invoiceId = line.invoiceId();
        invoiceNumber = line.invoiceNumber();
        amountMinor = line.amountMinor();
        endToEndId = SepaIds.of("DE", id());
        attempt = line.attempt();
        mandateReference = mandate.reference();
        signedOn = mandate.signedOn();
        scheme = mandate.scheme();
        sequence = mandate.sequence();
        paymentInformationId = batch.messageId() + group();
        Debtor debtor = mandate.debtor();
        debtorName = debtor.name();
        street = debtor.street();
        building = debtor.building();
        postcode = debtor.postcode();
        town = debtor.town();
        country = debtor.country();
        iban = debtor.iban();
        bic = debtor.bic();
        amendedFrom = mandate.amendedFrom();
        collectOn = batch.collectOn();
        state = PLANNED;
    }

    /** Banks take one scheme and one sequence in a group. */
    private int group() {
        int first = scheme.equals("CORE") ? 1 : 3;
        return sequence.equals(Mandate.ONE_OFF) ? first + 1 : first;
    }

    public void announce(LocalDate day) {
        announcedOn = day;
    }

    public void handOver() {
        state = HANDED_OVER;
    }

    public void drop(String why) {
        state = DROPPED;
        note = why;
    }

    public void collect(UUID payment, LocalDate day) {
        state = COLLECTED;
        paymentId = payment;
        settledOn = day;
    }

    /** @param code why, or null if nobody told */
    public void reject(String code, LocalDate day) {
        state = REJECTED;
        reasonCode = code;
        failedOn = day;
    }

    /**
     * @param code why, or null if nobody told
     * @param fee what the bank charged, minor units, or null
     */
    public void takeBack(String code, LocalDate day, Long fee) {
        state = RETURNED;
        reasonCode = code;
        failedOn = day;
        feeMinor = fee;
    }

    public boolean is(String wanted) {
        return state.equals(wanted);
    }

    public UUID batchId() {
        return batchId;
    }

    public UUID billingAccountId() {
        return billingAccountId;
    }

    public UUID mandateId() {
        return mandateId;
    }

    public UUID invoiceId() {
        return invoiceId;
    }

    public String invoiceNumber() {
        return invoiceNumber;
    }

    public long amountMinor() {
        return amountMinor;
    }

    public String endToEndId() {
        return endToEndId;
    }

    public String paymentInformationId() {
        return paymentInformationId;
    }

    public String mandateReference() {
        return mandateReference;
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public String scheme() {
        return scheme;
    }

    public String sequence() {
        return sequence;
    }

    public String amendedFrom() {
        return amendedFrom;
    }

    public String reasonCode() {
        return reasonCode;
    }

    /** With the whole IBAN. */
    public Debtor debtor() {
        return new Debtor(debtorName, street, building, postcode, town, country, iban, bic);
    }

    /** @param openMinor what is open of its invoice now */
    public DirectDebitDetails details(long openMinor) {
        return new DirectDebitDetails(
                id(),
                batchId,
                billingAccountId,
                mandateId,
                mandateReference,
                invoiceId,
                invoiceNumber,
                amountMinor,
                openMinor,
                endToEndId,
                attempt,
                scheme,
                sequence,
                debtorName,
                SepaIds.masked(iban),
                collectOn,
                state,
                announcedOn,
                reasonCode,
                note,
                paymentId,
                settledOn,
                failedOn,
                feeMinor,
                settledOn == null ? null : FailurePolicy.refundableUntil(scheme, settledOn),
                settledOn == null ? null : FailurePolicy.disputableUntil(scheme, settledOn));
    }
}
