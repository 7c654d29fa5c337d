package net.dotmac.networking.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.networking.InterfaceDetails;

/**
 * An interface, known by its name: devices may number theirs anew at every boot. It is found by polling, and stays when the
 * device no longer has it, for its traffic and alarms are still asked for.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "device_interface")
public class DeviceInterface extends TenantEntity {

    @Column(name = "device_id", updatable = false)
    private UUID deviceId;

    @Column(name = "if_index")
    private long ifIndex;

    private String name;
    private String alias;

    @Column(name = "speed_mbps")
    private Long speedMbps;

    private boolean monitored;
    private boolean present = true;

    @Column(name = "admin_status")
    private String adminStatus;

    @Column(name = "oper_status")
    private String operStatus;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected DeviceInterface() {}

    /** A new interface is monitored if it carries a name for people (ifAlias) and is meant to be up. */
    public DeviceInterface(UUID deviceId, PolledInterface seen, Instant now) {
        super(newId());
        this.deviceId = deviceId;
        this.name = seen.name();
        this.changedAt = now;
        see(seen, now);
        this.monitored = !alias.isEmpty() && adminStatus.equals("up");
    }

    /** Takes over what a poll saw. @return whether that is news */
    public final boolean see(PolledInterface seen, Instant now) {
        boolean isStatusNews =
                !seen.adminStatus().equals(adminStatus) || !seen.operStatus().equals(operStatus);
        String newAlias = seen.alias() == null ? Objects.requireNonNullElse(alias, "") : seen.alias();
        Long newSpeed = seen.speedMbps() == null ? speedMbps : seen.speedMbps();
        boolean isNews = isStatusNews
                || !present
                || ifIndex != seen.ifIndex()
                || !newAlias.equals(alias)
                || !Objects.equals(newSpeed, speedMbps);
        if (isStatusNews) {
            changedAt = now;
        }
        ifIndex = seen.ifIndex();
        alias = newAlias;
        speedMbps = newSpeed;
        adminStatus = seen.adminStatus();
        operStatus = seen.operStatus();
        present = true;
        return isNews;
    }

    /** A complete table of the device did not have it. @return whether that is news */
    public boolean miss(Instant now) {
        boolean isNews = present;
        if (isNews) {
            present = false;
            changedAt = now;
        }
        return isNews;
    }

    /** Takes over an operational status that a trap reported. */
    public void reported(String newOperStatus, Instant now) {
        if (!newOperStatus.equals(operStatus)) {
            operStatus = newOperStatus;
            changedAt = now;
        }
    }

    public void monitor(boolean isMonitored) {
        monitored = isMonitored;
    }

    public UUID deviceId() {
        return deviceId;
    }

    public long ifIndex() {
        return ifIndex;
    }

    public String name() {
        return name;
    }

    public boolean isPresent() {
        return present;
    }

    public long speedMbpsOrZero() {
        return speedMbps == null ? 0 : speedMbps;
    }

    public boolean isUp() {
        return operStatus.equals("up");
    }

    /** Whether its state is a fault: somebody cares, it should be up, and it isn't. */
    public boolean isFaulty() {
        return monitored
                && present
                && adminStatus.equals("up")
                && (operStatus.equals("down") || operStatus.equals("lowerLayerDown"));
    }

    public InterfaceDetails details() {
        return new InterfaceDetails(
                id(),
                deviceId,
                ifIndex,
                name,
                alias,
                speedMbps,
                monitored,
                present,
                adminStatus,
                operStatus,
                changedAt);
    }
}
