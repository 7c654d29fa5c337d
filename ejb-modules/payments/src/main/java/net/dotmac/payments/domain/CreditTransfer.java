package net.dotmac.payments.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.Money;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.payments.CreditTransferData;
import net.dotmac.payments.CreditTransferDetails;
import org.hibernate.annotations.Immutable;

/** Credit that was moved from one account to another; it is moved back by another transfer. */
@Entity
@Immutable
@Access(AccessType.FIELD)
@Table(name = "credit_transfer")
public class CreditTransfer extends TenantEntity {

    @Column(name = "credit_id")
    private UUID creditId;

    @Column(name = "from_account_id")
    private UUID fromAccountId;

    @Column(name = "to_account_id")
    private UUID toAccountId;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;

    private String reason;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "moved_on")
    private LocalDate movedOn;

    @Column(name = "moved_at")
    private Instant movedAt;

    @Column(name = "moved_by")
    private String movedBy;

    protected CreditTransfer() {}

    /** Whether it is what was told under the same key. */
    public boolean isSameAs(CreditTransferData data) {
        return fromAccountId.equals(data.fromAccountId())
                && toAccountId.equals(data.toAccountId())
                && amount().equals(data.amount());
    }

    public Money amount() {
        return new Money(amountMinor, currency);
    }

    public CreditTransferDetails details() {
        return new CreditTransferDetails(
                id(), fromAccountId, toAccountId, amountMinor, currency, reason, movedOn, movedAt, movedBy);
    }
}
