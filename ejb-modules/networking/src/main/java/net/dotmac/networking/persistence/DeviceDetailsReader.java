package net.dotmac.networking.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.dotmac.networking.DeviceDetails;
import net.dotmac.networking.domain.Device;
import net.dotmac.networking.domain.PollState;

/** Completes devices with the names of their sites and the state of their polling, for many at once. */
@ApplicationScoped
public class DeviceDetailsReader {

    @Inject
    private DeviceRepository repository;

    @Inject
    private PollStateRepository polls;

    /** In the order given. */
    public List<DeviceDetails> of(Collection<Device> devices) {
        Map<UUID, String> sites = repository.siteNames(devices.stream()
                .map(Device::siteId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<UUID, PollState> states =
                polls.states(devices.stream().map(Device::id).toList());
        return devices.stream()
                .map(device -> device.details(
                        device.siteId() == null ? null : sites.get(device.siteId()),
                        states.getOrDefault(device.id(), PollState.NEVER)))
                .toList();
    }
}
