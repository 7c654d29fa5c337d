package net.dotmac.networking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.AuditTrail;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.CommonProblem;
import net.dotmac.kernel.DomainException;
import net.dotmac.kernel.Outbox;
import net.dotmac.kernel.Requires;
import net.dotmac.kernel.query.Page;
import net.dotmac.kernel.query.Query;
import net.dotmac.networking.domain.CredentialsText;
import net.dotmac.networking.domain.Device;
import net.dotmac.networking.domain.DeviceInterface;
import net.dotmac.networking.persistence.AlarmRegister;
import net.dotmac.networking.persistence.AlarmRepository;
import net.dotmac.networking.persistence.DeviceCredentials;
import net.dotmac.networking.persistence.DeviceDetailsReader;
import net.dotmac.networking.persistence.DeviceRepository;
import net.dotmac.networking.persistence.PollStateRepository;
import net.dotmac.networking.persistence.TrafficReader;
import net.dotmac.snmp.SnmpCredentials;

/** Everything others may do with devices and their interfaces. */
@Stateless
@Interceptors(CallInterceptor.class)
public class DeviceService {

    private static final int MAX_POINTS = 2_000;

    @Inject
    private DeviceRepository repository;

    @Inject
    private PollStateRepository polls;

    @Inject
    private DeviceDetailsReader details;

    @Inject
    private AlarmRepository alarms;

    @Inject
    private AlarmRegister alarmRegister;

    @Inject
    private TrafficReader traffic;

    @Inject
    private DeviceCredentials sealer;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /**
     * Records a device; if it is monitored, it is polled at once.
     *
     * @throws DomainException {@code invalid-value}, {@code device-credentials-missing}, {@code network-name-taken},
     *     {@code device-address-taken}, each naming the attribute
     */
    @Requires("device.write")
    public DeviceDetails create(DeviceData data) {
        CredentialsText.requireFit(data.snmpVersion(), data.credentials());
        Device device = new Device(data, sealer.seal(data.credentials()), clock.instant());
        requireFree(device);
        repository.add(device);
        repository.flush();
        polls.add(device.id());
        if (!device.isMonitored()) {
            polls.pause(device.id());
        }
        audit.record(
                "device.created", "device", device.id(), Map.of("name", device.name(), "address", device.address()));
        outbox.record(
                "networking.devices.created.v1",
                device.id().toString(),
                Map.of("deviceId", device.id().toString()));
        return details(device);
    }

    @Requires("device.read")
    public DeviceDetails get(UUID id) {
        return details(require(id));
    }

    /** Devices by name, address, status, deviceClass, site.id, monitored and more. */
    @Requires("device.read")
    public Page<DeviceDetails> list(Query query) {
        Page<Device> page = repository.find(query);
        return new Page<>(details.of(page.rows()), page.total());
    }

    /**
     * Changes a device.
     *
     * @param data credentials null to keep those there are
     * @param expectedVersion the version the caller saw, or null to change whatever is there
     */
    @Requires("device.write")
    public DeviceDetails change(UUID id, DeviceData data, Integer expectedVersion) {
        Device device = require(id);
        if (expectedVersion != null && expectedVersion != device.version()) {
            throw new DomainException(
                    CommonProblem.STALE, "The device was changed meanwhile. Read it again, then repeat the change.");
        }
        SnmpCredentials credentials =
                data.credentials() != null ? data.credentials() : sealer.open(device.sealedCredentials());
        CredentialsText.requireFit(data.snmpVersion(), credentials);
        String sealed = data.credentials() == null ? device.sealedCredentials() : sealer.seal(credentials);
        device.change(data, sealed, clock.instant());
        requireFree(device);
        repository.flush();
        if (device.isMonitored()) {
            polls.makeDue(id);
        } else {
            polls.pause(id);
            alarmRegister.clearDevice(id);
        }
        audit.record("device.changed", "device", id, Map.of("name", device.name(), "monitored", device.isMonitored()));
        return details(device);
    }

    /** Deletes a device with its interfaces; its alarms are cleared and stay, its samples go with their days. */
    @Requires("device.write")
    public void delete(UUID id) {
        Device device = require(id);
        alarmRegister.clearDevice(id);
        repository.remove(device);
        repository.flush();
        audit.record("device.deleted", "device", id, Map.of("name", device.name()));
    }

    /** Makes a device due; it is asked within seconds. */
    @Requires("device.write")
    public void pollNow(UUID id) {
        Device device = require(id);
        if (!device.isMonitored()) {
            throw DomainException.invalid("monitored", "This device is not monitored. Monitor it to have it polled.");
        }
        polls.makeDue(id);
    }

    @Requires("device.read")
    public List<InterfaceDetails> interfaces(UUID deviceId) {
        require(deviceId);
        return repository.links(deviceId).stream().map(DeviceInterface::details).toList();
    }

    /** Decides whether an interface's link being down raises an alarm. */
    @Requires("device.write")
    public InterfaceDetails monitorInterface(UUID interfaceId, boolean isMonitored) {
        DeviceInterface link = requireLink(interfaceId);
        link.monitor(isMonitored);
        repository.flush();
        polls.makeDue(link.deviceId());
        audit.record("interface.monitored", "interface", interfaceId, Map.of("monitored", isMonitored));
        return link.details();
    }

    /**
     * Traffic of an interface.
     *
     * @param from start, inclusive
     * @param until end, exclusive, later than the start
     * @param step 1 s or more; the span holds at most 2,000 steps
     * @return steps with samples, oldest first; a step that is missing is a gap
     */
    @Requires("device.read")
    public List<TrafficPoint> traffic(UUID interfaceId, Instant from, Instant until, Duration step) {
        requireLink(interfaceId);
        if (!until.isAfter(from)) {
            throw DomainException.invalid(
                    "until", "A series ends after it starts, found " + from + " to " + until + ".");
        }
        if (step.toSeconds() < 1 || Duration.between(from, until).dividedBy(step) > MAX_POINTS) {
            throw DomainException.invalid(
                    "step", "Found " + step + " for step, expected 1 s or more and at most " + MAX_POINTS + " steps.");
        }
        return traffic.series(interfaceId, from, until, step);
    }

    /** The latest rates of an interface within the last hour, in a list of one or none. */
    @Requires("device.read")
    public List<TrafficPoint> latestTraffic(UUID interfaceId) {
        requireLink(interfaceId);
        return traffic.latest(interfaceId, clock.instant().minus(Duration.ofHours(1)));
    }

    @Requires("device.read")
    public NetworkSummary summary() {
        long[] devices = repository.counts();
        long[] open = alarms.openCounts();
        return new NetworkSummary(devices[0], devices[1], devices[2], devices[3], devices[4], open[0], open[1]);
    }

    private void requireFree(Device device) {
        if (repository.nameExists(device.name(), device.id())) {
            throw new DomainException(
                    NetworkingProblem.NAME_TAKEN, "There is a device called " + device.name() + ".", "name");
        }
        if (repository.addressExists(device.address(), device.snmpPort(), device.id())) {
            throw new DomainException(
                    NetworkingProblem.ADDRESS_TAKEN,
                    "There is a device at " + device.address() + ", port " + device.snmpPort() + ".",
                    "address");
        }
        if (device.siteId() != null && repository.site(device.siteId()).isEmpty()) {
            throw DomainException.invalid("site", "No site with the id " + device.siteId() + " exists here.");
        }
    }

    private DeviceDetails details(Device device) {
        return details.of(List.of(device)).get(0);
    }

    private Device require(UUID id) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("device", id));
    }

    private DeviceInterface requireLink(UUID id) {
        return repository.link(id).orElseThrow(() -> DomainException.notFound("interface", id));
    }
}
