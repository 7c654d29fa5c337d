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
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.payments.PaymentProblem;
import net.dotmac.payments.PayoutBatchDetails;
import net.dotmac.payments.SepaSettings;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A file of approved payouts for the bank, never changed. It may be cancelled while nothing has come of it, if the bank never
 * got it.
 */
@Entity
@DynamicUpdate
@Access(AccessType.FIELD)
@Table(name = "payout_batch")
public class PayoutBatch extends TenantEntity {

    private static final String HANDED_OVER = "handedOver";
    private static final String CANCELLED = "cancelled";

    @Column(name = "message_id", updatable = false)
    private String messageId;

    @Column(name = "execute_on", updatable = false)
    private LocalDate executeOn;

    private String state;

    @Column(name = "debtor_name", updatable = false)
    private String debtorName;

    @Column(updatable = false)
    private String iban;

    @Column(updatable = false)
    private String bic;

    @Column(name = "file_sha256", updatable = false)
    private String fileSha256;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "cancel_reason")
    private String cancelReason;

    @Version
    private int version;

    protected PayoutBatch() {}

    /** @param settings whose bank account pays */
    public PayoutBatch(LocalDate executeOn, SepaSettings settings, Instant now) {
        super(newId());
        this.executeOn = executeOn;
        messageId = SepaIds.of("PB", id());
        state = HANDED_OVER;
        debtorName = settings.creditorName();
        iban = settings.iban();
        bic = settings.bic();
        createdAt = now;
        createdBy = CallContext.current().actor();
    }

    /** Notes what its file is, once. */
    public void written(String sha256) {
        fileSha256 = sha256;
    }

    /** @throws DomainException {@code payout-state} if it is cancelled already */
    public void cancel(String reason) {
        requireHandedOver();
        state = CANCELLED;
        cancelReason = reason;
    }

    /** @throws DomainException {@code payout-state} if it was cancelled */
    public void requireHandedOver() {
        if (!state.equals(HANDED_OVER)) {
            throw new DomainException(PaymentProblem.PAYOUT_STATE, "The file was cancelled.");
        }
    }

    /** The one group of the file: all its payouts leave one account on one day. */
    public String paymentInformationId() {
        return messageId + "1";
    }

    public String messageId() {
        return messageId;
    }

    public LocalDate executeOn() {
        return executeOn;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String debtorName() {
        return debtorName;
    }

    public String iban() {
        return iban;
    }

    public String bic() {
        return bic;
    }

    public String fileSha256() {
        return fileSha256;
    }

    public PayoutBatchDetails details(List<PayoutBatchDetails.Total> totals) {
        return new PayoutBatchDetails(
                id(), messageId, executeOn, state, totals, fileSha256, createdAt, createdBy, cancelReason);
    }
}
