package net.dotmac.networking.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.dotmac.kernel.CallContext;
import net.dotmac.kernel.Outbox;
import net.dotmac.networking.AlarmDetails;
import net.dotmac.networking.domain.Alarm;
import net.dotmac.networking.domain.Fault;

/** Opens and clears alarms, and tells of it: one event for each that opens, one for each that is cleared. */
@ApplicationScoped
public class AlarmRegister {

    @Inject
    private AlarmRepository repository;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    public void raise(Fault fault) {
        repository.raise(fault, clock.instant()).ifPresent(id -> {
            Map<String, Object> data = new HashMap<>();
            data.put("alarmId", id.toString());
            data.put("deviceId", fault.deviceId().toString());
            if (fault.interfaceId() != null) {
                data.put("interfaceId", fault.interfaceId().toString());
            }
            data.put("alarmedObject", fault.object());
            data.put("probableCause", fault.kind().probableCause());
            data.put("perceivedSeverity", fault.kind().severity());
            outbox.record("networking.alarms.raised.v1", id.toString(), data);
        });
    }

    /** Clears what is open under these keys. */
    public void clear(Collection<String> keys) {
        repository.open(keys).forEach(this::clear);
    }

    /** Clears everything that is open on a device, for it is no longer watched. */
    public void clearDevice(UUID deviceId) {
        List<Alarm> open = repository.openOfDevice(deviceId);
        open.forEach(this::clear);
    }

    /** Clears one alarm in the name of the caller. */
    public void clear(Alarm alarm) {
        Instant now = clock.instant();
        alarm.clear(CallContext.current().actor(), now);
        AlarmDetails details = alarm.details();
        outbox.record(
                "networking.alarms.cleared.v1",
                alarm.id().toString(),
                Map.of(
                        "alarmId",
                        alarm.id().toString(),
                        "deviceId",
                        details.deviceId().toString(),
                        "alarmedObject",
                        details.alarmedObject(),
                        "clearedBy",
                        details.clearedBy()));
    }
}
