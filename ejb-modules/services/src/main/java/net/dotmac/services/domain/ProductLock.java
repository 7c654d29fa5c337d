package net.dotmac.services.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.services.LockDetails;
import net.dotmac.services.LockReason;

/** Keeps a product from its customer for some days, and says whether they are billed. */
@Entity
@Access(AccessType.FIELD)
@Table(name = "product_lock")
public class ProductLock extends TenantEntity {

    private static final int NOTE_AT_MOST = 500;

    @Column(name = "product_id", updatable = false)
    private UUID productId;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private boolean billed;

    @Column(name = "from_on", updatable = false)
    private LocalDate fromOn;

    @Column(name = "to_on")
    private LocalDate toOn;

    private String state;

    @Column(updatable = false)
    private String note;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "ended_by")
    private String endedBy;

    @Version
    private int version;

    protected ProductLock() {}

    public ProductLock(LockDetails data) {
        super(newId());
        productId = data.productId();
        reason = data.reason().wire();
        billed = data.billed();
        fromOn = data.from();
        toOn = data.to();
        state = "planned";
        createdBy = data.createdBy();
        createdAt = data.createdAt();
        note = data.note();
        requireNote();
        requireOrder(toOn);
    }

    private void requireNote() {
        if (note != null && note.length() > NOTE_AT_MOST) {
            throw DomainException.invalid(
                    "note", "Found " + note.length() + " characters, at most " + NOTE_AT_MOST + " are allowed.");
        }
    }

    private void requireOrder(LocalDate end) {
        if (end != null && end.isBefore(fromOn)) {
            throw DomainException.invalid(
                    "to", "The lock begins on " + fromOn + " and can't end before, on " + end + ".");
        }
    }

    /** Ends it: {@code day} is the first one without it. */
    public void endOn(LocalDate day, String actor) {
        requireOrder(day);
        toOn = day;
        endedBy = actor;
    }

    /** Brings the state up to a day. */
    public void live(LocalDate today) {
        if (toOn != null && !today.isBefore(toOn)) {
            state = "over";
        } else {
            state = today.isBefore(fromOn) ? "planned" : "inForce";
        }
    }

    public boolean isOver() {
        return state.equals("over");
    }

    public boolean isInForce() {
        return state.equals("inForce");
    }

    /** Whether it is in force on a day and that day is not billed. */
    public boolean pauses(LocalDate day) {
        return !billed && !day.isBefore(fromOn) && (toOn == null || day.isBefore(toOn));
    }

    /** Whether it keeps a day on or after this one from being billed. */
    public boolean pausesPast(LocalDate day) {
        return !billed && (toOn == null || (toOn.isAfter(day) && toOn.isAfter(fromOn)));
    }

    public LockReason reason() {
        return LockReason.ofWire(reason);
    }

    public UUID productId() {
        return productId;
    }

    public boolean isBilled() {
        return billed;
    }

    public LocalDate from() {
        return fromOn;
    }

    public LocalDate to() {
        return toOn;
    }

    public LockDetails details() {
        return new LockDetails(
                id(), productId, reason(), billed, fromOn, toOn, state, note, createdBy, createdAt, endedBy);
    }
}
