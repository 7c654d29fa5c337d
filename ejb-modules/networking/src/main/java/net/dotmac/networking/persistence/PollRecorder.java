package net.dotmac.networking.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.dotmac.kernel.Outbox;
import net.dotmac.networking.DeviceStatus;
import net.dotmac.networking.domain.AlarmPolicy;
import net.dotmac.networking.domain.Device;
import net.dotmac.networking.domain.DeviceInterface;
import net.dotmac.networking.domain.DeviceStatusPolicy;
import net.dotmac.networking.domain.InterfaceMatching;
import net.dotmac.networking.domain.PollMemory;
import net.dotmac.networking.domain.PollOutcome;
import net.dotmac.networking.domain.PollTask;
import net.dotmac.networking.domain.PolledDevice;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Records what polls changed: status, interfaces, alarms, and the events of it. */
@ApplicationScoped
public class PollRecorder {

    @Inject
    private DeviceRepository devices;

    @Inject
    private AlarmRepository alarms;

    @Inject
    private AlarmRegister alarmRegister;

    @Inject
    private PollMemory memory;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "dotmac.poller.failures-until-down", defaultValue = "3")
    private int failuresUntilDown;

    public DeviceStatusPolicy policy() {
        return new DeviceStatusPolicy(failuresUntilDown);
    }

    /** @return the devices that did change */
    public Set<UUID> record(List<PollOutcome> outcomes) {
        List<UUID> ids = outcomes.stream().map(one -> one.task().deviceId()).toList();
        Map<UUID, Device> byId = devices.byId(ids);
        Map<UUID, List<DeviceInterface>> links = devices.links(ids);
        Map<UUID, Set<String>> openKeys = alarms.openKeys(ids);
        Set<UUID> changed = new HashSet<>();
        for (PollOutcome outcome : outcomes) {
            UUID id = outcome.task().deviceId();
            Device device = byId.get(id);
            boolean isOurs = device != null && device.isMonitored();
            if (isOurs
                    && apply(outcome, device, links.getOrDefault(id, List.of()), openKeys.getOrDefault(id, Set.of()))) {
                changed.add(id);
            }
        }
        return changed;
    }

    private boolean apply(PollOutcome outcome, Device device, List<DeviceInterface> known, Set<String> openKeys) {
        PollTask task = outcome.task();
        Instant now = clock.instant();
        boolean isNews = false;
        List<DeviceInterface> links = new ArrayList<>(known);
        String failure = null;
        if (outcome.polled() instanceof PolledDevice.Reached reached) {
            InterfaceMatching.Matched matched = InterfaceMatching.apply(known, reached, now);
            matched.added().forEach(devices::add);
            links.addAll(matched.added());
            isNews = matched.isNews() | device.describe(reached.sysName(), reached.sysDescr(), reached.sysObjectId());
        } else {
            failure = ((PolledDevice.Unreached) outcome.polled()).failure().detail();
        }
        int failures = failure == null ? 0 : task.failures() + 1;
        isNews |= settleStatus(device, policy().after(device.status(), failures), now);
        AlarmPolicy.Changes changes = AlarmPolicy.judge(device, links, openKeys, failure);
        changes.raise().forEach(alarmRegister::raise);
        alarmRegister.clear(changes.clear());
        isNews |= !changes.raise().isEmpty() || !changes.clear().isEmpty();
        if (failure == null) {
            memory.remember(device.id(), task.revision() + (isNews ? 1 : 0), links);
        }
        return isNews;
    }

    private boolean settleStatus(Device device, DeviceStatus status, Instant now) {
        DeviceStatus before = device.status();
        if (!device.become(status, now)) {
            return false;
        }
        outbox.record(
                "networking.devices.statusChanged.v1",
                device.id().toString(),
                Map.of(
                        "deviceId",
                        device.id().toString(),
                        "name",
                        device.name(),
                        "before",
                        before.wire(),
                        "status",
                        status.wire()));
        return true;
    }
}
