package net.dotmac.networking.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.networking.AlarmDetails;
import net.dotmac.networking.NetworkingProblem;

/**
 * An alarm. It is raised once for a fault, updated when the fault is reported again, and cleared when the fault is gone, by the
 * system or a person; from there nothing leads back: the next fault is a new alarm. Acknowledging says that somebody knows.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "alarm")
public class Alarm extends TenantEntity {

    @Column(name = "device_id")
    private UUID deviceId;

    @Column(name = "interface_id")
    private UUID interfaceId;

    @Column(name = "alarmed_object")
    private String alarmedObject;

    @Column(name = "alarm_type")
    private String alarmType;

    @Column(name = "probable_cause")
    private String probableCause;

    @Column(name = "perceived_severity")
    private String perceivedSeverity;

    private String state = "raised";

    @Column(name = "ack_state")
    private String ackState = "unacknowledged";

    private String detail;

    @Column(name = "dedup_key")
    private String dedupKey;

    private int occurrences = 1;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "cleared_at")
    private Instant clearedAt;

    @Column(name = "cleared_by")
    private String clearedBy;

    @Column(name = "ack_at")
    private Instant ackAt;

    @Column(name = "ack_by")
    private String ackBy;

    protected Alarm() {}

    /** @return false if it was acknowledged before */
    public boolean acknowledge(String actor, Instant now) {
        if (ackState.equals("acknowledged")) {
            return false;
        }
        ackState = "acknowledged";
        ackAt = now;
        ackBy = actor;
        changedAt = now;
        return true;
    }

    /** @throws DomainException {@code alarm-already-cleared} */
    public void clear(String actor, Instant now) {
        if (state.equals("cleared")) {
            throw new DomainException(
                    NetworkingProblem.ALARM_CLEARED,
                    "This alarm was cleared at " + clearedAt + " by " + clearedBy + ".");
        }
        state = "cleared";
        clearedAt = now;
        clearedBy = actor;
        changedAt = now;
    }

    public AlarmDetails details() {
        return new AlarmDetails(
                id(),
                deviceId,
                interfaceId,
                alarmedObject,
                alarmType,
                probableCause,
                perceivedSeverity,
                state,
                ackState,
                detail,
                occurrences,
                raisedAt,
                changedAt,
                clearedAt,
                clearedBy,
                ackAt,
                ackBy);
    }
}
