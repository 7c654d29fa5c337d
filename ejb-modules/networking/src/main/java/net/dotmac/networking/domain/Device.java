package net.dotmac.networking.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.persistence.TenantEntity;
import net.dotmac.networking.DeviceClass;
import net.dotmac.networking.DeviceData;
import net.dotmac.networking.DeviceDetails;
import net.dotmac.networking.DeviceStatus;
import net.dotmac.snmp.SnmpTarget;
import net.dotmac.snmp.SnmpVersion;

/**
 * A network element we can ask. It starts as unknown, is up as long as it answers, goes down when it stays silent for several
 * polls, and is unknown again when nobody monitors it.
 */
@Entity
@Access(AccessType.FIELD)
@Table(name = "device")
public class Device extends TenantEntity {

    private String name;

    @Column(name = "site_id")
    private UUID siteId;

    @Column(name = "device_class")
    private String deviceClass;

    private String address;

    @Column(name = "snmp_port")
    private int snmpPort;

    @Column(name = "snmp_version")
    private String snmpVersion;

    private String credentials;
    private boolean monitored;

    @Column(name = "poll_seconds")
    private int pollSeconds;

    private String status = DeviceStatus.UNKNOWN.wire();

    @Column(name = "status_since")
    private Instant statusSince;

    @Column(name = "sys_name")
    private String sysName;

    @Column(name = "sys_descr")
    private String sysDescr;

    @Column(name = "sys_object_id")
    private String sysObjectId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Device() {}

    /** @param sealedCredentials as {@link net.dotmac.kernel.Secrets} sealed them */
    public Device(DeviceData data, String sealedCredentials, Instant now) {
        super(newId());
        this.createdAt = now;
        this.statusSince = now;
        change(data, sealedCredentials, now);
    }

    public final void change(DeviceData data, String sealedCredentials, Instant now) {
        name = Texts.required("name", data.name(), 200);
        siteId = data.siteId();
        deviceClass = data.deviceClass().wire();
        address = canonicalAddress(data.address());
        snmpPort = range("snmpPort", data.snmpPort(), 1, 65_535);
        snmpVersion = wire(data.snmpVersion());
        credentials = sealedCredentials;
        monitored = data.monitored();
        pollSeconds = range("pollSeconds", data.pollSeconds(), 5, 86_400);
        if (!monitored) {
            become(DeviceStatus.UNKNOWN, now);
        }
    }

    /** @return whether that is news */
    public boolean become(DeviceStatus newStatus, Instant now) {
        if (status.equals(newStatus.wire())) {
            return false;
        }
        status = newStatus.wire();
        statusSince = now;
        return true;
    }

    /** Takes over what the device says of itself. @return whether that is news */
    public boolean describe(String newSysName, String newSysDescr, String newSysObjectId) {
        boolean isNews = !Objects.equals(sysName, newSysName)
                || !Objects.equals(sysDescr, newSysDescr)
                || !Objects.equals(sysObjectId, newSysObjectId);
        sysName = newSysName;
        sysDescr = newSysDescr;
        sysObjectId = newSysObjectId;
        return isNews;
    }

    /** One spelling per address, so that equal addresses are equal texts; PostgreSQL's inet spells them the same way. */
    private static String canonicalAddress(String text) {
        String stripped = text == null ? "" : text.strip();
        if (!SnmpTarget.isNumericAddress(stripped) || stripped.contains("%")) {
            throw DomainException.invalid(
                    "address", "Found " + text + " for address, expected a numeric IP address such as 192.0.2.1.");
        }
        try {
            return Addresses.canonical(InetAddress.getByName(stripped));
        } catch (UnknownHostException e) {
            throw DomainException.invalid("address", "Found " + text + " for address, expected a numeric IP address.");
        }
    }

    private static int range(String attribute, int value, int min, int max) {
        if (value < min || value > max) {
            throw DomainException.invalid(
                    attribute, "Found " + value + " for " + attribute + ", expected " + min + " to " + max + ".");
        }
        return value;
    }

    private static String wire(SnmpVersion version) {
        return switch (version) {
            case V1 -> "1";
            case V2C -> "2c";
            case V3 -> "3";
        };
    }

    /** The version that a stored or public spelling means. */
    public static SnmpVersion versionOf(String wire) {
        return switch (wire) {
            case "1" -> SnmpVersion.V1;
            case "2c" -> SnmpVersion.V2C;
            case "3" -> SnmpVersion.V3;
            default ->
                throw DomainException.invalid(
                        "snmpVersion", "Found " + wire + " for snmpVersion, expected 1, 2c or 3.");
        };
    }

    /** @param siteName null without a site */
    public DeviceDetails details(String siteName, PollState poll) {
        return new DeviceDetails(
                id(),
                name,
                siteId,
                siteName,
                deviceClass(),
                address,
                snmpPort,
                snmpVersion(),
                monitored,
                pollSeconds,
                status(),
                statusSince,
                sysName,
                sysDescr,
                sysObjectId,
                poll.lastPolledAt(),
                poll.lastFailure(),
                poll.uptimeHundredths() == null ? null : poll.uptimeHundredths() / 100,
                poll.interfaceCount(),
                version);
    }

    public String name() {
        return name;
    }

    public UUID siteId() {
        return siteId;
    }

    public DeviceClass deviceClass() {
        return DeviceClass.of(deviceClass);
    }

    public String address() {
        return address;
    }

    public int snmpPort() {
        return snmpPort;
    }

    public SnmpVersion snmpVersion() {
        return versionOf(snmpVersion);
    }

    public String sealedCredentials() {
        return credentials;
    }

    public boolean isMonitored() {
        return monitored;
    }

    public DeviceStatus status() {
        return DeviceStatus.of(status);
    }

    public int version() {
        return version;
    }
}
