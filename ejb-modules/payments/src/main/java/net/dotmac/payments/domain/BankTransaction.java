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
import net.dotmac.payments.BankTransactionDetails;
import net.dotmac.payments.PaymentProblem;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A movement of the bank account. What the bank told never changes; only what we decided about it does: it begins
 * new, posting makes it matched or leaves it open, and staff match, park or ignore what is open, or undo what was
 * decided.
 */
@Entity
@DynamicUpdate
@Access(AccessType.FIELD)
@Table(name = "bank_transaction")
public class BankTransaction extends TenantEntity {

    public static final String NEW = "new";
    public static final String OPEN = "open";
    public static final String MATCHED = "matched";
    public static final String PARKED = "parked";
    public static final String IGNORED = "ignored";

    private static final Set<String> UNDECIDED = Set.of(OPEN, PARKED);

    @Column(name = "statement_id", updatable = false)
    private UUID statementId;

    @Column(updatable = false)
    private int line;

    @Column(updatable = false)
    private String account;

    @Column(name = "booked_on", updatable = false)
    private LocalDate bookedOn;

    @Column(name = "value_on", updatable = false)
    private LocalDate valueOn;

    @Column(name = "amount_minor", updatable = false)
    private long amountMinor;

    @Column(updatable = false)
    private String currency;

    @Column(name = "bank_reference", updatable = false)
    private String bankReference;

    @Column(name = "end_to_end_id", updatable = false)
    private String endToEndId;

    @Column(name = "structured_reference", updatable = false)
    private String structuredReference;

    @Column(updatable = false)
    private String remittance;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String iban;

    @Column(name = "is_reversal", updatable = false)
    private boolean isReversal;

    @Column(name = "return_reason", updatable = false)
    private String returnReason;

    @Column(name = "batch_reference", updatable = false)
    private String batchReference;

    private String state;

    private String note;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Version
    private int version;

    protected BankTransaction() {}

    /** What the bank told. */
    public BankEntry entry() {
        return new BankEntry(
                line,
                bookedOn,
                valueOn,
                amountMinor,
                currency,
                bankReference,
                endToEndId,
                structuredReference,
                remittance,
                name,
                iban,
                isReversal,
                returnReason,
                batchReference);
    }

    public Money amount() {
        return new Money(amountMinor, currency);
    }

    public boolean isMatched() {
        return MATCHED.equals(state);
    }

    /** @throws DomainException {@code bank-transaction-state} unless it is open or parked */
    public void requireUndecided() {
        if (!UNDECIDED.contains(state)) {
            String hint = state.equals(NEW) ? "It is being posted; look again in a moment." : "Undo that first.";
            throw new DomainException(
                    PaymentProblem.TRANSACTION_STATE, "This movement is " + state + " already. " + hint);
        }
    }

    /** @throws DomainException {@code bank-transaction-state} if nothing was decided */
    public void requireDecided() {
        if (state.equals(NEW) || state.equals(OPEN)) {
            throw new DomainException(
                    PaymentProblem.TRANSACTION_STATE, "This movement is " + state + "; there is nothing to undo.");
        }
    }

    /** Notes what was decided, by the caller. */
    public void decide(String newState, String newNote, Instant now) {
        state = newState;
        note = newNote;
        decidedBy = CallContext.current().actor();
        decidedAt = now;
    }

    public String state() {
        return state;
    }

    public UUID statementId() {
        return statementId;
    }

    public BankTransactionDetails details(List<BankTransactionDetails.Match> matches) {
        return new BankTransactionDetails(
                id(),
                statementId,
                line,
                account,
                bookedOn,
                valueOn,
                amountMinor,
                currency,
                bankReference,
                endToEndId,
                structuredReference,
                remittance,
                name,
                iban,
                isReversal,
                returnReason,
                state,
                note,
                decidedBy,
                decidedAt,
                matches);
    }
}
