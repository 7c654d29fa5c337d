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
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.payments.DirectDebitBatchDetails;
import net.dotmac.payments.PaymentProblem;
import net.dotmac.payments.SepaSettings;
import org.hibernate.annotations.DynamicUpdate;

/**
 * The collections of one day: proposed, approved (at once, where the tenant asks for no second person), handed over to
 * the bank as one file, and never changed after that. It may be cancelled while nothing has come of it.
 */
@Entity
@DynamicUpdate
@Access(AccessType.FIELD)
@Table(name = "direct_debit_batch")
public class DirectDebitBatch extends TenantEntity {

    public static final String PROPOSED = "proposed";
    public static final String APPROVED = "approved";
    public static final String HANDED_OVER = "handedOver";
    public static final String CANCELLED = "cancelled";

    @Column(name = "message_id", updatable = false)
    private String messageId;

    @Column(name = "collect_on", updatable = false)
    private LocalDate collectOn;

    private String state;

    @Column(name = "creditor_id", updatable = false)
    private String creditorId;

    @Column(name = "creditor_name", updatable = false)
    private String creditorName;

    @Column(updatable = false)
    private String town;

    @Column(updatable = false)
    private String country;

    @Column(updatable = false)
    private String iban;

    @Column(updatable = false)
    private String bic;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "handed_over_at")
    private Instant handedOverAt;

    @Column(name = "handed_over_by")
    private String handedOverBy;

    @Column(name = "file_sha256")
    private String fileSha256;

    @Column(name = "cancel_reason")
    private String cancelReason;

    @Version
    private int version;

    protected DirectDebitBatch() {}

    public DirectDebitBatch(LocalDate collectOn, SepaSettings creditor, Instant now) {
        super(newId());
        this.collectOn = collectOn;
        messageId = SepaIds.of("DD", id());
        state = PROPOSED;
        creditorId = creditor.creditorId();
        creditorName = creditor.creditorName();
        town = creditor.town();
        country = creditor.country();
        iban = creditor.iban();
        bic = creditor.bic();
        createdAt = now;
        createdBy = CallContext.current().actor();
    }

    /** The id of the file that a group is in: the group's has one digit more. */
    public static String messageIdOf(String paymentInformationId) {
        return paymentInformationId.substring(0, paymentInformationId.length() - 1);
    }

    /** @throws DomainException {@code direct-debit-state} unless it is proposed */
    public void approve(Instant now) {
        require(Set.of(PROPOSED));
        state = APPROVED;
        approvedAt = now;
        approvedBy = CallContext.current().actor();
    }

    /** @throws DomainException {@code direct-debit-state} unless it is approved */
    public void handOver(String sha256, Instant now) {
        require(Set.of(APPROVED));
        state = HANDED_OVER;
        fileSha256 = sha256;
        handedOverAt = now;
        handedOverBy = CallContext.current().actor();
    }

    public void cancel(String reason) {
        require(Set.of(PROPOSED, APPROVED, HANDED_OVER));
        state = CANCELLED;
        cancelReason = reason;
    }

    /** @throws DomainException {@code direct-debit-state} unless it is in one of these states */
    public void require(Set<String> states) {
        if (!states.contains(state)) {
            throw new DomainException(
                    PaymentProblem.DEBIT_STATE,
                    "The batch is " + state + ", expected "
                            + String.join(" or ", states.stream().sorted().toList()) + ".");
        }
    }

    public boolean isCreatedBy(String actor) {
        return createdBy.equals(actor);
    }

    public boolean isHandedOver() {
        return state.equals(HANDED_OVER);
    }

    /** As whom it collects. */
    public SepaSettings creditor() {
        return new SepaSettings(creditorId, creditorName, town, country, iban, bic, 1, false);
    }

    public String messageId() {
        return messageId;
    }

    public LocalDate collectOn() {
        return collectOn;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String fileSha256() {
        return fileSha256;
    }

    public DirectDebitBatchDetails details(List<DirectDebitBatchDetails.Total> totals) {
        return new DirectDebitBatchDetails(
                id(),
                messageId,
                collectOn,
                state,
                totals,
                createdAt,
                createdBy,
                approvedAt,
                approvedBy,
                handedOverAt,
                handedOverBy,
                fileSha256,
                cancelReason);
    }
}
