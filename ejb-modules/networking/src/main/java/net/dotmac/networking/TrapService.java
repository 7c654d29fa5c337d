package net.dotmac.networking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.dotmac.kernel.CallInterceptor;
import net.dotmac.kernel.Requires;
import net.dotmac.networking.domain.AlarmKind;
import net.dotmac.networking.domain.Device;
import net.dotmac.networking.domain.DeviceInterface;
import net.dotmac.networking.domain.Fault;
import net.dotmac.networking.domain.LinkTrap;
import net.dotmac.networking.persistence.AlarmRegister;
import net.dotmac.networking.persistence.DeviceRepository;
import net.dotmac.networking.persistence.PollStateRepository;
import net.dotmac.snmp.SnmpTrap;

/**
 * What a trap means. It makes its device due, so that a poll confirms it within seconds. A link that went down raises its alarm
 * at once; that it came back is believed at once only from a sender that proved itself, for anybody could send the other.
 */
@Stateless
@Interceptors(CallInterceptor.class)
public class TrapService {

    @Inject
    private DeviceRepository repository;

    @Inject
    private PollStateRepository polls;

    @Inject
    private AlarmRegister alarms;

    @Inject
    private Clock clock;

    /** Applies a trap of a device of this tenant; unknown and unmonitored devices have none. */
    @Requires("alarm.write")
    public void handle(UUID deviceId, SnmpTrap trap) {
        Optional<Device> device = repository.find(deviceId).filter(Device::isMonitored);
        if (device.isEmpty()) {
            return;
        }
        LinkTrap.read(trap).ifPresent(link -> repository.links(deviceId).stream()
                .filter(one -> one.isPresent() && one.ifIndex() == link.ifIndex())
                .findFirst()
                .ifPresent(one -> apply(device.get(), one, link, trap.authenticated())));
        repository.flush();
        polls.makeDue(deviceId);
    }

    private void apply(Device device, DeviceInterface link, LinkTrap trap, boolean isProven) {
        if (trap.isDown()) {
            link.reported("down", clock.instant());
            if (trap.isAdminUp() && link.isFaulty()) {
                alarms.raise(Fault.linkDown(device, link));
            }
        } else if (isProven) {
            link.reported("up", clock.instant());
            alarms.clear(List.of(Fault.key(AlarmKind.LINK_DOWN, link.id())));
        }
    }
}
